package id.kentongan.desk;

import static id.kentongan.desk.trial.DeskOfCases.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.SharedDesk;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialReceiver;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the job is told: decisions, exceptions, cards of machines; and the way of a false alarm. */
class OutboxIT {
    private static TrialReceiver hook;
    private static TrialDesk desk;
    private static DeskOfCases cases;

    @BeforeAll
    static void open() throws IOException, SQLException {
        SharedDesk shared = SharedDesk.open();
        hook = shared.hook();
        cases = shared.cases();
        desk = cases.desk();
    }

    @Test
    void aFalseAlarmEndsKnownToTheCoordinatorAndTheJobIsTold() throws SQLException {
        String at = cases.taken("c-false");
        desk.submit(at, at + "/analysis", Map.of("decision", "no", "note", "belum jelas"));
        desk.submit(at, at + "/taking", Map.of());
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.submit(at, at + "/assessment/results", Map.of("tool", "curl", "finding", "tidak terbuka"));
        desk.submit(
                at,
                at + "/assessment/verdict",
                Map.of("verdict", "FALSE_POSITIVE", "reason", "pemindai kami", "cause", "OWN_SCANNER"));
        desk.submit(at, at + "/report", Map.of("severity", "LOW", "summary", "Bukan insiden", "decision", "send"));
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        assertThat(desk.page("/verification").text()).contains("Kasus c-false");
        desk.submit(at, at + "/verification", Map.of("decision", "acknowledge"));

        assertThat(cases.stage("c-false")).isEqualTo("CLOSED_FALSE_POSITIVE");
        assertThat(cases.text("select count(*) from document where case_id = 'c-false' and kind = 'WORK_REPORT'"))
                .isEqualTo("2");
        until("the job is told", () -> cases.decisions().stream().anyMatch(one -> one.startsWith("c-false=")));
        assertThat(cases.decisions().stream().filter(one -> one.startsWith("c-false=")))
                .hasSize(1)
                .allMatch(one -> one.contains("\"standing\":\"FALSE_POSITIVE\"") && one.contains("\"by\":\"ani\""));

        desk.submit(at, at + "/reopening", Map.of("note", "bukti baru"));
        assertThat(cases.stage("c-false")).isEqualTo("ANALYSIS");
        until(
                "and told again",
                () -> cases.decisions().stream()
                        .anyMatch(one -> one.startsWith("c-false=") && one.contains("\"OPEN\"")));
    }

    @Test
    void anExceptionIsProposedApprovedAndEndedUnlessItWouldHaveHiddenAnIncident() throws SQLException {
        String proved = cases.taken("c-proved", "198.51.100.7");
        cases.decide(proved, "FALSE_NEGATIVE");
        cases.decide(cases.taken("c-same", "198.51.100.7"), "FALSE_POSITIVE");
        cases.decide(cases.taken("c-scan", "192.0.2.250"), "FALSE_POSITIVE");
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        String hides = cases.text("select id from finding_exception where case_id = 'c-same'");
        String harmless = cases.text("select id from finding_exception where case_id = 'c-scan'");
        assertThat(desk.page("/exceptions").text())
                .contains(proved.replace("/cases/", ""), "Tidak dapat disetujui", "192.0.2.250");

        desk.submit("/exceptions", "/exceptions/" + hides, Map.of("decision", "approve"));
        desk.submit("/exceptions", "/exceptions/" + harmless, Map.of("decision", "approve", "days", "400"));

        assertThat(cases.text("select state from finding_exception where id = '" + hides + "'"))
                .isEqualTo("PROPOSED");
        until("the job is told", () -> exceptions().stream().anyMatch(one -> one.startsWith(harmless + "={")));
        assertThat(exceptions()).noneMatch(one -> one.startsWith(hides));
        assertThat(cases.text("select until_at - from_at from finding_exception where id = '" + harmless + "'"))
                .isEqualTo("90 days");
        desk.submit("/exceptions", "/exceptions/" + harmless, Map.of("decision", "end"));
        until("and told of its end", () -> exceptions().contains(harmless + "=null"));
    }

    @Test
    void ownScannersAreNamedToTheJobAndACaseMayBeOpenedByHand() throws SQLException {
        desk.logIn(TrialTeam.ANALYST, TrialTeam.password(TrialTeam.ANALYST));
        String at = desk.submit(
                        "/cases/new",
                        "/cases",
                        Map.of(
                                "source",
                                "BSSN",
                                "title",
                                "Halaman judi",
                                "summary",
                                "Surat BSSN",
                                "machine",
                                "web-07",
                                "severity",
                                "HIGH"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https?://[^/]+", "");
        desk.submit(at, at + "/taking", Map.of());
        desk.submit(at, at + "/report/early-notice", Map.of());
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.page(at + "/assessment");
        desk.submit(at, at + "/assessment/window", Map.of("scanner", "somewhere", "from", "2026-11-02T08:00"));
        assertThat(desk.page(at + "/assessment").text()).contains("Sebutkan alamat IP pemindai");
        desk.submit(
                at,
                at + "/assessment/window",
                Map.of("scanner", "192.0.2.9", "from", "2026-11-02T08:00", "until", "2026-11-03T08:00"));

        until(
                "the job knows the scanner",
                () -> exceptions().stream()
                        .anyMatch(one ->
                                one.contains("VA_WINDOW") && one.contains("192.0.2.9") && one.contains("-/web-07")));
        assertThat(desk.page(at + "/report").text()).contains("Formulir Laporan Insiden, versi 1", "EARLY_NOTICE");
        until(
                "the coordinator knows",
                () -> hook.received().stream().anyMatch(one -> one.contains("Pemberitahuan Awal")));
        assertThat(
                        cases.text(
                                "select source from case_course join case_file using (case_id) where title_id = 'Halaman judi'"))
                .isEqualTo("BSSN");
    }

    private static List<String> exceptions() {
        return cases.house().broker.records(cases.name() + ".exceptions");
    }

    @Test
    void theCardOfAMachineIsToldToWhoeverReadsAssets() {
        String at = cases.taken("c-asset");
        desk.submit(
                at,
                at + "/asset",
                Map.of("system", "Perizinan", "pse", "DPMPTSP", "criticality", "CRITICAL", "personalData", "on"));

        until(
                "the topic",
                () -> cases.house().broker.records(cases.name() + ".assets").stream()
                        .anyMatch(one -> one.startsWith("wazuh-1/004={")
                                && one.contains("\"pse\":\"DPMPTSP\"")
                                && one.contains("\"criticality\":\"CRITICAL\",\"iiv\":false,\"personalData\":true")));
    }
}
