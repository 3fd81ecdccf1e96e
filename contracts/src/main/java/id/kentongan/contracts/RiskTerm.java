package id.kentongan.contracts;

import static java.util.Objects.requireNonNull;

/**
 * One term of the sum that makes a case.
 *
 * @param reason what, why it counts, and how much; text of alerts in it comes from attackers: escape it
 * @param bits how unusual, as -log2 of a probability; from 18 on one agent is worth a case
 */
public record RiskTerm(Asset asset, Text reason, double bits) {
    public RiskTerm {
        requireNonNull(asset, "asset");
        requireNonNull(reason, "reason");
    }
}
