package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.RiskTerm;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.job.anomaly.Habit;
import id.kentongan.job.anomaly.Signal;
import id.kentongan.job.anomaly.Signature;
import id.kentongan.job.anomaly.Watch;
import id.kentongan.job.intake.Action;
import id.kentongan.job.intake.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseworkTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-07T05:00:00Z");

    private PlainCasework casework = new PlainCasework(Scopes.ONE, Watch.IN_SHADOW, Casework.CASES_A_DAY);
    private int alerts;

    @BeforeEach
    void fresh() {
        casework = new PlainCasework(Scopes.ONE, Watch.IN_SHADOW, Casework.CASES_A_DAY);
    }

    @Test
    void findingsOfOneAgentJoinOneCase() {
        found("a", NOON, Severity.MEDIUM, 3);
        found("b", NOON.plusSeconds(600), Severity.CRITICAL, 1);

        Case told = only();

        assertThat(told.findings()).extracting(Finding::id).containsExactly("a", "b");
        assertThat(told.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(told.title().en()).isEqualTo("Title b on web-01");
        assertThat(told.version()).isEqualTo(4);
        assertThat(told.risk()).extracting(RiskTerm::bits).containsExactly(18.0, 18.0);
    }

    @Test
    void aNewerVersionOfAFindingReplacesTheOlder() {
        found("a", NOON, Severity.MEDIUM, 1);
        found("a", NOON.plusSeconds(30), Severity.MEDIUM, 9);
        found("a", NOON.plusSeconds(60), Severity.MEDIUM, 5);

        assertThat(only().findings()).extracting(Finding::matches).containsExactly(9L);
    }

    @Test
    void afterSixQuietHoursTheNextFindingOpensACaseThatFollows() {
        found("a", NOON, Severity.MEDIUM, 1);
        found("b", NOON.plus(OpenCase.QUIET).plusMillis(1), Severity.MEDIUM, 1);

        List<Case> told = cases();

        assertThat(told).hasSize(2);
        assertThat(told.get(0).follows()).isNull();
        assertThat(told.get(1).follows()).isEqualTo(told.get(0).id());
    }

    @Test
    void threeWeakFindingsTogetherOpenACaseAndTwoDoNot() {
        found("a", NOON, Severity.LOW, 1);
        found("b", NOON, Severity.LOW, 1);
        assertThat(cases()).isEmpty();

        found("c", NOON, Severity.LOW, 1);

        assertThat(only().findings()).hasSize(3);
    }

    @Test
    void aWeakFindingAloneOpensNothingHoweverManyMatchesItHas() {
        ordinaryDays();
        for (long matches = 1; matches < 1_000_000; matches *= 10) {
            weak("a", NOON, NOON.plusSeconds(matches / 1_000), matches);
        }

        assertThat(cases()).isEmpty();
    }

    @Test
    void whatAnAgentIsUsedToGoesToNoCase() {
        ordinaryDays();
        for (int hour = -60; hour < 0; hour += 6) {
            weak("before" + hour, NOON.plus(Duration.ofHours(hour)), NOON.plus(Duration.ofHours(hour)), 60);
        }
        found("grave", NOON, Severity.HIGH, 1);
        weak("usual", NOON.plusSeconds(60), NOON.plusSeconds(120), 80);
        assertThat(only().findings()).extracting(Finding::id).containsExactly("grave");

        weak("usual", NOON.plusSeconds(60), NOON.plusSeconds(240), 1_000);

        assertThat(only().findings()).extracting(Finding::id).containsExactly("grave", "usual");
        assertThat(reasons(only())).contains("rule Title grave: +18.0").hasSize(2);
    }

    @Test
    void idsAlertsOfTheHourBeforeAndAfterBelongToThePictureOfAFinding() {
        List.of(-61, -59).forEach(minute -> ids(NOON.plus(Duration.ofMinutes(minute))));
        found("a", NOON, Severity.MEDIUM, 1);
        List.of(59, 61).forEach(minute -> ids(NOON.plus(Duration.ofMinutes(minute))));

        assertThat(only().supporting())
                .extracting(Evidence::time)
                .containsExactly(NOON.minus(Duration.ofMinutes(59)), NOON.plus(Duration.ofMinutes(59)));
    }

    @Test
    void theRecordStaysWithinItsBoundsHoweverBigTheAttack() throws Exception {
        ordinaryDays();
        for (int i = 0; i < 40; i++) {
            found("f" + i, NOON.plusSeconds(i), Severity.HIGH, 100);
        }
        for (int i = 0; i < 3_000; i++) {
            ids(NOON.plusSeconds(i));
            unusual(NOON.plusSeconds(i), 4, "new-" + i % 300);
        }

        Case told = cases().get(0);

        long shown = told.supporting().size()
                + told.findings().stream()
                        .mapToLong(one -> one.evidence().size())
                        .sum();
        assertThat(shown).isBetween(150L, (long) Case.MAX_EVIDENCE);
        assertThat(told.alertsByRule()).containsEntry("86601", 3_000L);
        byte[] json =
                JsonMapper.builder().addModule(new JavaTimeModule()).build().writeValueAsBytes(told);
        assertThat(json.length).isLessThan(Case.MAX_BYTES);
    }

    @Test
    void aSweepOverAgentsIsOneCaseThatSaysWhyTermByTerm() {
        ordinaryDays();
        for (int agent = 1; agent <= 5; agent++) {
            unusual(NOON, agent, "sweep");
        }
        unusual(NOON.plusSeconds(20), 3, "exploit");

        Case told = only();

        assertThat(told.openedAt()).isEqualTo(NOON);
        assertThat(told.findings())
                .hasSize(5)
                .allSatisfy(each -> assertThat(each.ruleId()).isEqualTo(AnomalyFindings.RULE));
        assertThat(told.risk()).hasSize(6);
        assertThat(told.risk().get(0).reason().en())
                .contains("for the first time on this agent; known on 0 of 10 agents");
        assertThat(told.risk().stream().mapToDouble(RiskTerm::bits).sum()).isGreaterThan(Gathering.LINE);
    }

    @Test
    void whatIsNewOnAgentsThatHaveNothingToDoWithEachOtherIsNoCase() {
        ordinaryDays();
        for (int agent = 1; agent <= 5; agent++) {
            unusual(NOON.plus(Duration.ofMinutes(7L * agent)), agent, "new-" + agent);
        }

        assertThat(cases()).isEmpty();
    }

    @Test
    void twoSitesHitByTheSameTwentyMinutesApartAreTwoCases() {
        ordinaryDays();
        for (int agent = 1; agent <= 5; agent++) {
            unusual(NOON, agent, "sweep");
        }
        for (int agent = 21; agent <= 25; agent++) {
            unusual(NOON.plus(Duration.ofMinutes(20)), agent, "sweep");
        }

        assertThat(cases())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.findings()).hasSize(5));
    }

    @Test
    void aSmallOldCaseDoesNotSwallowABiggerIncident() {
        ordinaryDays();
        List.of("su", "sudo").forEach(what -> unusual(NOON, 3, what));
        for (int agent = 1; agent <= 5; agent++) {
            unusual(NOON.plus(Duration.ofHours(20)), agent, "sweep");
        }

        assertThat(cases()).extracting(each -> each.findings().size()).containsExactly(1, 5);
    }

    @Test
    void aSweepThatMeetsASuspectOfOldFirstIsStillACaseOfItsOwn() {
        ordinaryDays();
        List.of("su", "sudo").forEach(what -> unusual(NOON, 3, what));
        Instant next = NOON.plus(Duration.ofHours(20));
        unusual(next, 3, "sweep");
        for (int agent : new int[] {1, 2, 4, 5}) {
            unusual(next.plusSeconds(2), agent, "sweep");
        }

        List<Case> told = cases();

        assertThat(told).extracting(each -> each.findings().size()).containsExactly(1, 5);
        assertThat(told.get(0).lastSeen()).isEqualTo(NOON);
        assertThat(told.get(1).firstSeen()).isEqualTo(next);
    }

    @Test
    void whatASuspectDoesHoursLaterJoinsItsCase() {
        ordinaryDays();
        for (int agent = 1; agent <= 5; agent++) {
            unusual(NOON, agent, "sweep");
        }
        List.of("scan", "exploit").forEach(what -> unusual(NOON.plusSeconds(30), 3, what));

        unusual(NOON.plus(Duration.ofHours(9)), 3, "sudo");
        unusual(NOON.plus(Duration.ofHours(10)), 2, "update");

        Case told = only();
        assertThat(told.lastSeen()).isEqualTo(NOON.plus(Duration.ofHours(9)));
        assertThat(told.risk()).extracting(term -> term.reason().en()).anyMatch(reason -> reason.contains("sudo"));
        assertThat(told.risk()).extracting(term -> term.reason().en()).noneMatch(reason -> reason.contains("update"));
    }

    @Test
    void aSecondAttackOnTheSameDayHasACaseOfItsOwnWithAllThatWasUnusual() {
        ordinaryDays();
        unusual(NOON.minusSeconds(60), 4, "scan");
        found("morning", NOON, Severity.HIGH, 1);
        Instant evening = NOON.plus(Duration.ofHours(10));
        List.of("scan", "exploit").forEach(what -> unusual(evening, 4, what));
        unusual(evening.plusSeconds(60), 4, "shell");
        found("evening", evening.plusSeconds(300), Severity.HIGH, 1);
        unusual(evening.plusSeconds(360), 4, "exfiltration");

        List<Case> told = cases();

        assertThat(told)
                .extracting(Case::follows)
                .containsExactly(null, told.get(0).id());
        assertThat(reasons(told.get(0))).noneMatch(reason -> reason.contains("exploit"));
        assertThat(reasons(told.get(1)))
                .anyMatch(reason -> reason.contains("scan"))
                .anyMatch(reason -> reason.contains("exploit"))
                .anyMatch(reason -> reason.contains("shell"))
                .anyMatch(reason -> reason.contains("exfiltration"));
        assertThat(told.get(0).findings())
                .flatExtracting(Finding::evidence)
                .extracting(Evidence::time)
                .allMatch(time -> time.isBefore(evening));
    }

    @Test
    void whatAnExceptionCoversOpensNothingAndIsCountedInTheCaseOfItsAgent() {
        ordinaryDays();
        excepted(NOON, "scan", "exploit", "shell", "sudo");
        assertThat(cases()).isEmpty();

        found("a", NOON.plusSeconds(60), Severity.HIGH, 1);
        excepted(NOON.plusSeconds(120), "su", "cron");

        assertThat(reasons(only())).containsExactly("rule Title a: +18.0");
        assertThat(only().summary().en()).contains(" 2 unusual things were covered by exceptions");
        assertThat(only().summary().id()).contains(" 2 hal tidak biasa tercakup pengecualian");
    }

    private void excepted(Instant time, String... rules) {
        for (String rule : rules) {
            Alert alert = alert(time, 4, rule, Action.OTHER);
            Signal first = Habit.first(alert, Signature.of(alert)).signal();
            casework.take(Objects.requireNonNull(first).excepting());
        }
    }

    private static List<String> reasons(Case told) {
        return told.risk().stream().map(term -> term.reason().en()).toList();
    }

    /** Five days of the same on two sites of five agents. */
    private void ordinaryDays() {
        for (int hour = 0; hour < 120; hour++) {
            for (int agent : new int[] {1, 2, 3, 4, 5, 21, 22, 23, 24, 25}) {
                unusual(START.plus(Duration.ofHours(hour)).plusSeconds(agent), agent, "ordinary");
            }
        }
    }

    private Case only() {
        assertThat(cases()).hasSize(1);
        return cases().get(0);
    }

    private List<Case> cases() {
        casework.advanceTo(Long.MAX_VALUE);
        return casework.cases();
    }

    /** Names no source address. */
    private void weak(String id, Instant first, Instant last, long matches) {
        casework.take(finding(id, first, last, Severity.MEDIUM, matches, List.of()), last.toEpochMilli());
    }

    private void found(String id, Instant last, Severity severity, long matches) {
        List<Evidence> evidence = IntStream.range(0, (int) Math.min(matches, 40))
                .mapToObj(i -> evidence("alert-" + id + i, last))
                .toList();
        casework.take(finding(id, last, last, severity, matches, evidence), last.toEpochMilli());
    }

    private static Finding finding(
            String id, Instant first, Instant last, Severity severity, long matches, List<Evidence> evidence) {
        return new Finding(
                id,
                "rule",
                "sha",
                new Text("Judul " + id, "Title " + id),
                severity,
                EntityKind.AGENT,
                "wazuh-1/4",
                new Asset("wazuh-1", "4", "web-01", null),
                first,
                last,
                matches,
                Map.of("5760", matches),
                Map.of(),
                List.of(new Text("alasan", "reason")),
                List.of("T1110"),
                evidence,
                List.of());
    }

    private void unusual(Instant time, int agent, String rule) {
        casework.take(alert(time, agent, rule, Action.OTHER));
    }

    private void ids(Instant time) {
        casework.take(alert(time, 4, "86601", Action.IDS));
    }

    /** Two sites, told apart by the second number of the address. */
    private Alert alert(Instant time, int agent, String rule, Action action) {
        alerts++;
        String ip = "10." + agent / 20 + ".0." + agent;
        return new Alert(
                time,
                "wazuh-1",
                "1." + alerts,
                rule,
                3,
                rule,
                action,
                Integer.toString(agent),
                "web-0" + agent,
                ip,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "\"".repeat(1_000),
                "0".repeat(64),
                "0/" + alerts,
                4,
                null);
    }

    private static Evidence evidence(String alert, Instant time) {
        String excerpt = "\"".repeat(Evidence.EXCERPT_BYTES);
        return new Evidence(
                alert, time, "ids", "5760", 5, "d", "203.0.113.9", null, null, null, excerpt, "0".repeat(64), "0/1");
    }
}
