package id.kentongan.desk.report;

import static java.util.Objects.requireNonNull;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.casefile.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst adds to the facts of a case so that it can be reported.
 *
 * @param severity as the analyst judges it; differs from the job's only with a reason
 * @param confidentiality harmed: kerahasiaan
 * @param integrity harmed: keutuhan
 * @param availability harmed: ketersediaan
 * @param atOnce segera
 * @param soon jangka pendek
 * @param later pencegahan
 */
public record Findings(
        Category category,
        Nature nature,
        Tlp tlp,
        Severity severity,
        String severityReason,
        String summary,
        boolean confidentiality,
        boolean integrity,
        boolean availability,
        String serviceImpact,
        String dataImpact,
        String publicImpact,
        String actions,
        Advice atOnce,
        Advice soon,
        Advice later,
        String lessons) {
    public Findings {
        requireNonNull(category, "category");
        requireNonNull(nature, "nature");
        requireNonNull(tlp, "tlp");
        requireNonNull(severity, "severity");
    }

    /**
     * Before anybody wrote one.
     *
     * @param told label under which others told of the case, null where nobody did: the report begins no less strict
     */
    public static Findings beginning(Severity severity, @Nullable Tlp told) {
        return new Findings(
                Category.OTHER,
                Nature.LIMITED,
                told == null ? Tlp.AMBER : told.orStricter(Tlp.AMBER),
                severity,
                "",
                "",
                false,
                false,
                false,
                "",
                "",
                "",
                "",
                Advice.NONE,
                Advice.NONE,
                Advice.NONE,
                "");
    }

    /** Perban BSSN 1/2024 art. 15(3): from Tinggi on the incident must be reported. */
    public boolean reportable() {
        return severity.compareTo(Severity.HIGH) >= 0;
    }
}
