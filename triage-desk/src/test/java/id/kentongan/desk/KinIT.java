package id.kentongan.desk;

import static id.kentongan.desk.trial.DeskOfCases.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases of one another: split off, merged, like one of the past. */
class KinIT {
    private static TrialDesk desk;
    private static DeskOfCases cases;

    @BeforeAll
    static void open() throws IOException, SQLException {
        cases = DeskOfCases.open("kin_it", Map.of());
        desk = cases.desk();
    }

    @AfterAll
    static void close() {
        cases.close();
    }

    @Test
    void findingsThatWereSplitOffStayAwayAndGoOnAsACaseOfTheirOwn() throws SQLException {
        String at = cases.taken(ofTwo(1));
        desk.submit(at, at + "/splitting", Map.of("finding", "f-none"));
        assertThat(desk.page(at).select("article.fired")).hasSize(2);

        String part = desk.submit(at, at + "/splitting", Map.of("finding", "f-two-b"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https?://[^/]+", "");
        cases.house().broker.send("kin_it.cases", "c-two", Samples.json(ofTwo(2)));
        until("the next version", () -> desk.page(at).text().contains("versi 2"));

        assertThat(desk.page(at).select("article.fired h3").text())
                .contains("temuan a")
                .doesNotContain("temuan b");
        assertThat(desk.page(at).text()).contains("1 temuan dipisahkan ke").contains(part.replace("/cases/", ""));
        assertThat(desk.page(part).select("article.fired h3").text())
                .contains("temuan b")
                .doesNotContain("temuan a");
        assertThat(desk.page(part).text()).contains("Dipisahkan dari " + at.replace("/cases/", ""));
        until(
                "the job is told",
                () -> cases.decisions().stream()
                        .anyMatch(one -> one.startsWith("s-")
                                && one.contains("\"splitFrom\":\"c-two\"")
                                && one.contains("\"OPEN\"")));
        desk.submit(part, part + "/taking", Map.of());
        desk.submit(part, part + "/analysis", Map.of("decision", "no"));
        desk.submit(part, part + "/dismissal", Map.of("note", "bukan apa-apa"));
        until(
                "and told where it came from when it closes",
                () -> cases.decisions().stream()
                        .anyMatch(one -> one.startsWith("s-")
                                && one.contains("\"splitFrom\":\"c-two\"")
                                && !one.contains("\"OPEN\"")));
    }

    @Test
    void aClosedCaseOfTheSameRuleAndMachineIsShownWithItsVerdict() {
        String past = cases.taken("c-past", "198.51.100.77");
        cases.decide(past, "FALSE_POSITIVE");
        desk.submit(past, past + "/report", Map.of("severity", "LOW", "summary", "x", "decision", "send"));
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        desk.submit(past, past + "/verification", Map.of("decision", "acknowledge"));

        String similar = desk.page(cases.taken("c-now", "198.51.100.78"))
                .selectFirst("section[aria-labelledby=similar]")
                .text();

        assertThat(similar)
                .contains("Kasus c-past", past.replace("/cases/", ""), "FALSE POSITIVE", "alasan")
                .contains("mesin sama", "1 aturan sama", "1 teknik sama");
    }

    @Test
    void aMergedCaseNamesTheOneItWentInto() throws SQLException {
        String into = cases.taken("c-into");
        String from = cases.sent("c-from");
        desk.submit(from, from + "/merging", Map.of("into", into.replace("/cases/", "")));

        assertThat(cases.stage("c-from")).isEqualTo("MERGED");
        assertThat(desk.page(from).selectFirst(".case-head").text()).contains(into.replace("/cases/", ""));
        until(
                "the job is told",
                () -> cases.decisions().stream()
                        .anyMatch(one -> one.startsWith("c-from=") && one.contains("\"mergedInto\":\"c-into\"")));
        assertThat(cases.text("select count(*) from case_file where case_id = 'c-from'"))
                .isEqualTo("1");
    }

    private static Case ofTwo(long version) {
        return Samples.of(
                "c-two",
                version,
                Severity.LOW,
                new Text("Kasus c-two", "Case c-two"),
                List.of(
                        Samples.finding(
                                "f-two-a", "temuan a", Severity.LOW, Samples.evidence("a-1", Samples.START, "x")),
                        Samples.finding(
                                "f-two-b", "temuan b", Severity.LOW, Samples.evidence("a-2", Samples.START, "x"))),
                List.of());
    }
}
