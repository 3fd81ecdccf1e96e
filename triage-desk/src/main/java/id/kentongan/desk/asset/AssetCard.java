package id.kentongan.desk.asset;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Criticality;

/**
 * What people know of a machine and of the PSE that answers for it.
 *
 * @param keeper penanggung jawab of the system
 * @param pse the operator, normally another office of the regency
 * @param pseHead title of its head, addressee of the letter
 * @param securityAgent the PSE's agen siber
 * @param iiv vital information infrastructure: the 24-hour clock runs
 * @param personalData holds personal data: the 72-hour clock may run
 */
public record AssetCard(
        String system,
        String url,
        String keeper,
        String pse,
        String pseHead,
        String psePlace,
        String pseContact,
        String securityAgent,
        Criticality criticality,
        boolean iiv,
        boolean personalData) {
    public static final AssetCard EMPTY =
            new AssetCard("", "", "", "", "", "", "", "", Criticality.ORDINARY, false, false);

    public AssetCard {
        requireNonNull(criticality, "criticality");
    }
}
