package id.kentongan.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real alerts of real managers; skipped where the recordings are not at hand. */
class RecordedAlertsTest {
    private static final Path DATA =
            Path.of(System.getProperty("kentongan.root")).resolveSibling("shared/data");

    @ParameterizedTest
    @CsvSource({
        "full-shape-sample/fox_attack_time_100.jsonl, 100",
        "full-shape-sample/fox_normal_time_100.jsonl, 100",
        "aecid-ldsv1/insect_wazuh.jsonl.gz, 497"
    })
    void everyRecordedAlertIsReadWithoutAReject(String file, int count) throws IOException {
        List<Intake.Reading> readings = lines(file).stream()
                .map(line -> new Intake().read(line.getBytes(StandardCharsets.UTF_8), "0/0"))
                .toList();

        assertThat(readings)
                .hasSize(count)
                .allSatisfy(reading -> assertThat(reading.reason()).isNull());
    }

    @Test
    void everyRuleIdOfTheActionTableIsAStockRuleOrOfOurPack() throws IOException {
        Map<String, String> groups = lines("wazuh-ruleset/rules-4.14.7.csv").stream()
                .map(line -> line.split(",", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (first, second) -> first));

        assertThat(ActionTable.read().keySet())
                .allMatch(ruleId -> ruleId.matches("10011\\d") || groups.containsKey(ruleId));
    }

    private static List<String> lines(String file) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "the recorded alerts are not here: skipped");
        try (InputStream bytes = Files.newInputStream(path);
                InputStream text = file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var reader = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
