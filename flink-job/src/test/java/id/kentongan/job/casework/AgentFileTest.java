package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgentFileTest {
    private static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");

    @Test
    void findingsOfOneAgentJoinOneCase() {
        AgentFile file = AgentFile.EMPTY
                .plus(finding("a", NOON, Severity.MEDIUM, 3))
                .plus(finding("b", NOON.plusSeconds(600), Severity.CRITICAL, 1));

        Case told = WritesUpCases.writeUp(file.open(), List.of());

        assertThat(told.findings()).extracting(Finding::id).containsExactly("a", "b");
        assertThat(told.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(told.title().en()).isEqualTo("Title b on web-01");
        assertThat(told.version()).isEqualTo(4);
    }

    @Test
    void aNewerVersionOfAFindingReplacesTheOlder() {
        AgentFile file = AgentFile.EMPTY
                .plus(finding("a", NOON, Severity.MEDIUM, 1))
                .plus(finding("a", NOON.plusSeconds(60), Severity.MEDIUM, 9))
                .plus(finding("a", NOON.plusSeconds(30), Severity.MEDIUM, 5));

        assertThat(WritesUpCases.writeUp(file.open(), List.of()).findings())
                .extracting(Finding::matches)
                .containsExactly(9L);
    }

    @Test
    void afterSixQuietHoursTheNextFindingOpensANewCase() {
        AgentFile before = AgentFile.EMPTY.plus(finding("a", NOON, Severity.MEDIUM, 1));

        AgentFile after = before.plus(finding("b", NOON.plus(OpenCase.QUIET).plusMillis(1), Severity.MEDIUM, 1));

        assertThat(WritesUpCases.writeUp(after.open(), List.of()).id())
                .isNotEqualTo(WritesUpCases.writeUp(before.open(), List.of()).id());
    }

    @Test
    void theCaseIdNeverChangesWhileTheCaseGrows() {
        AgentFile file = AgentFile.EMPTY.plus(finding("b", NOON, Severity.MEDIUM, 1));
        String id = WritesUpCases.writeUp(file.open(), List.of()).id();

        AgentFile grown =
                file.plus(finding("a", NOON.minusSeconds(60), Severity.HIGH, 1)).plus(ids(NOON, 1));

        assertThat(WritesUpCases.writeUp(grown.open(), List.of()).id()).isEqualTo(id);
    }

    @Test
    void idsAlertsOfTheHourBeforeAndAfterBelongToThePicture() {
        AgentFile file = AgentFile.EMPTY
                .plus(ids(NOON.minus(Duration.ofMinutes(61)), 1))
                .plus(ids(NOON.minus(Duration.ofMinutes(59)), 2))
                .plus(finding("a", NOON, Severity.MEDIUM, 1))
                .plus(ids(NOON.plus(Duration.ofMinutes(59)), 3))
                .plus(ids(NOON.plus(Duration.ofMinutes(61)), 4));

        Case told = WritesUpCases.writeUp(file.open(), List.of());

        assertThat(told.supporting()).extracting(Evidence::alert).containsExactly("ids-2", "ids-3");
        assertThat(told.sourceIps()).contains("192.0.2.18");
    }

    @Test
    void theRecordStaysWithinItsBoundsHoweverBigTheAttack() throws Exception {
        AgentFile file = AgentFile.EMPTY;
        for (int i = 0; i < 40; i++) {
            file = file.plus(finding("f" + i, NOON.plusSeconds(i), Severity.HIGH, 100));
        }
        for (int i = 0; i < 3_000; i++) {
            file = file.plus(ids(NOON.plusSeconds(i), i));
        }

        Case told = WritesUpCases.writeUp(file.open(), List.of());

        long shown = told.supporting().size()
                + told.findings().stream()
                        .mapToLong(one -> one.evidence().size())
                        .sum();
        assertThat(shown).isLessThanOrEqualTo(Case.MAX_EVIDENCE);
        assertThat(told.alertsByRule()).containsEntry("86601", 3_000L);
        byte[] json =
                JsonMapper.builder().addModule(new JavaTimeModule()).build().writeValueAsBytes(told);
        assertThat(json.length).isLessThan(Case.MAX_BYTES);
    }

    @Test
    void aFindingBeyondTheLimitKeepsTheCaseOpenAndChangesNothingThatIsToldOfIt() {
        AgentFile file = AgentFile.EMPTY;
        for (int i = 0; i < OpenCase.MAX_FINDINGS; i++) {
            file = file.plus(finding("f" + i, NOON, Severity.HIGH, 1));
        }

        AgentFile after = file.plus(finding("g", NOON.plusSeconds(60), Severity.HIGH, 1));

        assertThat(WritesUpCases.writeUp(after.open(), List.of()))
                .isEqualTo(WritesUpCases.writeUp(file.open(), List.of()));
        assertThat(after.open().tellsMoreThan(file.open())).isFalse();
        assertThat(after.open().lastFinding()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void nothingIsKeptOfAnAgentThatHasBeenQuiet() {
        AgentFile file =
                AgentFile.EMPTY.plus(finding("a", NOON, Severity.MEDIUM, 1)).plus(ids(NOON, 1));

        assertThat(file.isStale(NOON.plus(OpenCase.QUIET))).isFalse();
        assertThat(file.isStale(NOON.plus(OpenCase.QUIET).plusSeconds(1))).isTrue();
    }

    private static Finding finding(String id, Instant last, Severity severity, long matches) {
        List<Evidence> evidence = new ArrayList<>(IntStream.range(0, (int) Math.min(matches, 40))
                .mapToObj(i -> evidence("alert-" + id + i, last, "5760", "203.0.113.9"))
                .toList());
        Asset asset = new Asset("wazuh-1", "004", "web-01", null);
        return new Finding(
                id,
                "rule",
                "sha",
                new Text("Judul " + id, "Title " + id),
                severity,
                EntityKind.AGENT,
                "wazuh-1/004",
                asset,
                last,
                last,
                matches,
                Map.of("5760", matches),
                Map.of(),
                List.of(new Text("alasan", "reason")),
                List.of("T1110"),
                evidence,
                List.of());
    }

    private static Evidence ids(Instant time, int number) {
        return evidence("ids-" + number, time, "86601", "192.0.2.18");
    }

    private static Evidence evidence(String alert, Instant time, String ruleId, String ip) {
        String excerpt = "\"".repeat(Evidence.EXCERPT_BYTES);
        return new Evidence(alert, time, "ids", ruleId, 5, "d", ip, null, excerpt, "0".repeat(64), "0/1");
    }
}
