package id.kentongan.job.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.job.intake.Sha256;
import java.util.List;
import java.util.stream.Collectors;

/** Rules by source address for the tests and benches of other packages, of which only the EPL matters. */
public final class TrialRules {
    private TrialRules() {}

    public static RuleRecord record(String slug, List<String> steps, String epl) {
        String yml = """
                slug: %s
                title: {id: Uji, en: Test}
                severity: medium
                entity: source-ip
                suppress_for: PT1M
                steps:
                %s
                false_positives:
                  - {id: "-", en: "-"}
                triage:
                  - {id: "-", en: "-"}
                """.formatted(
                        slug,
                        steps.stream()
                                .map(step -> "  " + step + ": {id: peringatan, en: alerts}")
                                .collect(Collectors.joining("\n")));
        return new RuleRecord(slug, Sha256.hex((yml + epl).getBytes(UTF_8)), RuleState.ACTIVE, yml, epl, null);
    }
}
