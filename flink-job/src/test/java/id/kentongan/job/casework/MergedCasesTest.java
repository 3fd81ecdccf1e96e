package id.kentongan.job.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Tactic;
import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.intake.WazuhAlerts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses, accounts, files and processes link what happens on agents that have nothing else in common; ordinary ones do not. */
class MergedCasesTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-07T05:00:00Z");
    private static final String ATTACKER = "203.0.113.9";
    private static final String PROXY = "192.0.2.80";

    private final PlainCasework casework = new PlainCasework(Scopes.ONE, Watch.IN_SHADOW, Casework.CASES_A_DAY);
    private int alerts;

    @Test
    void twoCasesThatShareAnAddressBecomeOneAndBothIdsLeadThere() {
        ordinaryDays();
        found("a", 1, NOON, "198.51.100.1");
        found("b", 21, NOON.plusSeconds(60), ATTACKER);
        found("c", 21, NOON.plusSeconds(90), ATTACKER);
        found("d", 1, NOON.plusSeconds(120), ATTACKER);

        List<Case> told = cases();

        assertThat(told).hasSize(2);
        Case goesOn =
                told.stream().filter(each -> each.mergedInto() == null).toList().get(0);
        Case gone =
                told.stream().filter(each -> each.mergedInto() != null).toList().get(0);
        assertThat(gone.mergedInto()).isEqualTo(goesOn.id());
        assertThat(gone.findings()).as("nothing is destroyed").isNotEmpty();
        assertThat(goesOn.findings()).extracting(Finding::id).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(goesOn.version()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void theBiggerIncidentGoesOnThoughTheSmallerIsOlder() {
        ordinaryDays();
        found("small", 1, NOON, "198.51.100.1");
        for (int i = 0; i < 4; i++) {
            found("big" + i, 21, NOON.plusSeconds(60 + i), ATTACKER);
        }
        found("link", 1, NOON.plusSeconds(120), ATTACKER);

        Case gone = cases().stream()
                .filter(each -> each.mergedInto() != null)
                .toList()
                .get(0);

        assertThat(gone.openedAt()).isEqualTo(NOON);
        assertThat(gone.findings()).extracting(Finding::id).contains("small");
    }

    @Test
    void whatComesAfterwardsGoesToTheCaseThatGoesOn() {
        ordinaryDays();
        found("a", 1, NOON, "198.51.100.1");
        found("b", 21, NOON.plusSeconds(60), ATTACKER);
        found("c", 1, NOON.plusSeconds(120), ATTACKER);
        found("d", 21, NOON.plusSeconds(240), "198.51.100.77");

        List<Case> told = cases();

        assertThat(told).hasSize(2);
        assertThat(told.stream().filter(each -> each.mergedInto() == null))
                .flatExtracting(Case::findings)
                .extracting(Finding::id)
                .contains("d");
    }

    @Test
    void aFindingOnAnotherAgentJoinsTheCaseOfItsAddress() {
        ordinaryDays();
        found("a", 1, NOON, ATTACKER);
        found("b", 21, NOON.plusSeconds(600), ATTACKER);

        assertThat(cases())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.findings()).extracting(Finding::id).containsExactly("a", "b"));
    }

    @ParameterizedTest
    @CsvSource({"/var/www/html/xy.php, ", ", /tmp/.x/run"})
    void soItDoesTheCaseOfItsFileOrProcess(@Nullable String file, @Nullable String process) {
        ordinaryDays();
        found("a", 1, NOON, "198.51.100.1", file, process);
        found("b", 21, NOON.plusSeconds(600), "198.51.100.2", file, process);

        assertThat(cases())
                .singleElement()
                .satisfies(told ->
                        assertThat(told.findings()).extracting(Finding::id).containsExactly("a", "b"));
    }

    @Test
    void whatAnUnknownFileDoesOnAgentsFarApartGathersIntoOneCase() {
        ordinaryDays();
        String added = "\"syscheck\":{\"path\":\"/var/www/html/xy.php\",\"event\":\"added\"}";
        for (int agent : new int[] {1, 21, 3, 23}) {
            alert(NOON.plusSeconds(240L * agent % 900), agent, "new-" + agent, added);
        }
        assertThat(cases())
                .singleElement()
                .satisfies(told -> assertThat(told.findings()).hasSizeGreaterThan(2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a proxy that all come through, 192.0.2.80", "loopback, 127.0.0.1", "any, 0.0.0.0"})
    void whatIsThereAllDayLinksNothing(String why, String address) {
        ordinaryDays();
        found("a", 1, NOON, address);
        found("b", 21, NOON.plusSeconds(600), address);

        assertThat(cases()).as(why).hasSize(2).allMatch(each -> each.mergedInto() == null);
    }

    @Test
    void aCaseThatSleptIsNotMergedWithWhatHappensNow() {
        ordinaryDays();
        found("a", 1, NOON, ATTACKER);
        found("b", 21, NOON.plus(Duration.ofHours(2)), ATTACKER);

        assertThat(cases()).hasSize(2).allMatch(each -> each.mergedInto() == null);
    }

    @Test
    void whatAnUnknownAddressDoesOnAgentsFarApartGathersIntoOneCase() {
        ordinaryDays();
        for (int agent : new int[] {1, 21, 3, 23}) {
            unusual(NOON.plusSeconds(240L * agent % 900), agent, "new-" + agent, ATTACKER);
        }
        assertThat(cases())
                .singleElement()
                .satisfies(told -> assertThat(told.findings()).hasSizeGreaterThan(2));
    }

    @Test
    void whatComesThroughTheProxyOnAgentsFarApartGathersIntoNone() {
        ordinaryDays();
        for (int agent : new int[] {1, 21, 3, 23}) {
            unusual(NOON.plusSeconds(240L * agent % 900), agent, "new-" + agent, PROXY);
        }
        assertThat(cases()).isEmpty();
    }

    @Test
    void theCaseNamesTheStagesOfTheAttackInTheirOrder() {
        found("a", 1, NOON, ATTACKER);

        Case told = cases().get(0);

        assertThat(told.stages()).containsExactly(Tactic.INITIAL_ACCESS, Tactic.CREDENTIAL_ACCESS);
        assertThat(told.summary().en()).contains("Stages of the attack: Initial access > Credential access.");
        assertThat(told.summary().id()).contains("Tahap serangan: Akses awal > Pencurian kredensial.");
    }

    /** Five days of the same on two sites, half of it through one proxy. */
    private void ordinaryDays() {
        for (int quarter = 0; quarter < 480; quarter++) {
            for (int agent : new int[] {1, 2, 3, 21, 22, 23}) {
                Instant time = START.plus(Duration.ofMinutes(15L * quarter)).plusSeconds(agent);
                unusual(time, agent, "ordinary", agent % 2 == 0 ? "198.51.100.4" : PROXY);
            }
        }
    }

    private List<Case> cases() {
        casework.advanceTo(Long.MAX_VALUE);
        return casework.cases();
    }

    private void unusual(Instant time, int agent, String rule, String address) {
        alert(time, agent, rule, "\"data\":{\"srcip\":\"" + address + "\"}");
    }

    private void alert(Instant time, int agent, String rule, String more) {
        alerts++;
        casework.take(
                WazuhAlerts.read("""
                {"timestamp":"%s","id":"1.%d","rule":{"id":"%s","description":"d"},"manager":{"name":"m"},\
                "agent":{"id":"%03d","ip":"10.%d.0.1"},%s}""".formatted(time.toString().replace("Z", "+0000"), alerts, rule, agent, agent, more)
                        .getBytes(UTF_8)));
    }

    private void found(String id, int agent, Instant at, String address) {
        found(id, agent, at, address, null, null);
    }

    private void found(
            String id, int agent, Instant at, String address, @Nullable String file, @Nullable String process) {
        Asset asset = new Asset("m", "%03d".formatted(agent), "host-" + agent, "10." + agent + ".0.1");
        Evidence evidence = new Evidence(
                "m|" + id + "|5710|" + agent,
                at,
                "failure",
                "5710",
                5,
                "d",
                address,
                null,
                file,
                process,
                "excerpt",
                "0".repeat(64),
                "0/1");
        casework.take(
                new Finding(
                        id,
                        "rule",
                        "sha",
                        new Text("Judul", "Title"),
                        Severity.HIGH,
                        EntityKind.AGENT,
                        "m/" + asset.agentId(),
                        asset,
                        at,
                        at,
                        1,
                        Map.of("5710", 1L),
                        Map.of(),
                        List.of(),
                        List.of("T1110.001", "T1190"),
                        List.of(evidence),
                        List.of()),
                at.toEpochMilli());
    }
}
