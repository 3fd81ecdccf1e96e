package id.kentongan.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A real attack, recorded on a mail server: nikto, then hydra. */
class RecordedAttackIT {
    private static final Path ROOT = Path.of(System.getProperty("kentongan.root"));
    private static final Path DATA = ROOT.resolve("all-in-one/end-to-end/target/instances/recorded");
    private static final Path ALERTS = ROOT.resolveSibling("shared/data/aecid-ldsv1/insect_wazuh.jsonl.gz");

    @Test
    void theRecordedAttackEndsInOneToFiveCasesThatNameIt() throws Exception {
        assumeTrue(Files.exists(ALERTS), "the recorded alerts are not here: skipped");
        Fresh.folder(DATA);
        try (RunningInstance instance = RunningInstance.up(DATA, "--alerts", ALERTS.toString())) {
            instance.awaitEverythingHandedOver();

            Map<String, JsonNode> cases = instance.cases();

            assertThat(cases.values()).hasSizeBetween(1, 5).anySatisfy(found -> {
                assertThat(found.at("/title/en").textValue()).startsWith("Brute force");
                assertThat(found.at("/summary/en").textValue())
                        .contains("Source address (as logged): 127.0.0.1 (loopback)")
                        .contains("162 IDS alerts")
                        .contains("192.168.10.18");
                Map.of("2501", 138, "5503", 111, "5551", 15, "9705", 61, "9751", 8, "86601", 87)
                        .forEach((rule, count) -> assertThat(
                                        found.path("alertsByRule").path(rule).asInt())
                                .as(rule)
                                .isEqualTo(count));
            });
            assertThat(totalOf(cases)).isEqualTo(497);
            assertThat(instance.metrics("JOB_METRICS", "/metrics"))
                    .containsEntry("kentongan_job_alerts_total", 497.0)
                    .containsEntry("kentongan_job_alerts_late_total", 0.0)
                    .doesNotContainKey("kentongan_job_alerts_rejected_total");
        }
    }

    private static long totalOf(Map<String, JsonNode> cases) {
        return cases.values().stream()
                .mapToLong(found -> found.path("alertCount").asLong())
                .sum();
    }
}
