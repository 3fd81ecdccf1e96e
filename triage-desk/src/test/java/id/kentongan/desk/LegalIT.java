package id.kentongan.desk;

import static id.kentongan.desk.trial.DeskOfCases.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.SharedDesk;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialReceiver;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clocks that the law starts run until somebody wrote down that it was told, or that there is nothing to tell. */
class LegalIT {
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
    void aReportEndsItsClockAndTheOtherRunsOn() throws SQLException {
        String at = vital("c-told", "2 hours");
        assertThat(desk.page(at).select(".clocks .legal")).hasSize(2);

        assertThat(told(at, "IIV_REPORT", 1, "BSSN <b>", "A-17")).isEqualTo("Tersimpan.");

        assertThat(desk.page(at).select(".clocks .told").text())
                .startsWith("Lapor IIV 1x24 jam dilaporkan ")
                .contains("kepada BSSN <b> tiket A-17");
        assertThat(desk.page(at).select(".clocks .legal").text()).startsWith("Data pribadi 3x24 jam 2 hari 21 jam");
        assertThat(desk.page(at).select("#legal-clock option").eachAttr("value"))
                .containsExactly("PERSONAL_DATA_NOTICE");
        assertThat(cases.text("select detail from journal where deed = 'LEGAL_REPORTED' and subject = '"
                        + at.replaceAll(".*/", "") + "'"))
                .matches("IIV_REPORT sent \\S+Z to BSSN <b>, ticket A-17");
        assertThat(told(at, "IIV_REPORT", 1, "lain", "")).isEqualTo("Laporan itu sudah tercatat.");
        assertThat(cases.text("select recipient from legal_report where case_id = 'c-told'"))
                .isEqualTo("BSSN <b>");
    }

    @Test
    void whatWasToldTooLateStaysLate() throws SQLException {
        String at = vital("c-late", "3 days");
        told(at, "IIV_REPORT", 24, "BSSN", "");

        assertThat(desk.page(at).select(".clocks .late").text()).contains("Lapor IIV 1x24 jam dilaporkan");
        String early = vital("c-early", "3 days");
        told(early, "IIV_REPORT", 60, "BSSN", "");
        assertThat(desk.page(early).select(".clocks .told"))
                .as("told within a day, and looked at later")
                .hasSize(1);
    }

    @Test
    void aTimeThatCannotBeOrNoRecipientIsRefused() throws SQLException {
        String at = vital("c-refused", "2 hours");

        assertThat(told(at, "IIV_REPORT", 3, "BSSN", "")).startsWith("Isi penerima");
        assertThat(told(at, "IIV_REPORT", -1, "BSSN", "")).startsWith("Isi penerima");
        assertThat(told(at, "IIV_REPORT", 1, " ", "")).startsWith("Isi penerima");
        assertThat(cases.text("select count(*) from legal_report where case_id = 'c-refused'"))
                .isEqualTo("0");
    }

    @Test
    void noClockRunsForAnOrdinaryMachineNorForNoIncident() throws SQLException {
        String ordinary = cases.taken("c-ordinary");
        desk.submit(ordinary, ordinary + "/asset", Map.of());
        assertThat(told(ordinary, "IIV_REPORT", 0, "BSSN", "")).startsWith("Kewajiban itu tidak berlaku");

        String alarm = vital("c-alarm", "2 hours");
        cases.decide(alarm, "FALSE_POSITIVE");
        assertThat(cases.stage("c-alarm")).isEqualTo("WORK_REPORT");
        assertThat(desk.page(alarm).select(".clocks .legal, #legal-clock")).isEmpty();
        assertThat(told(alarm, "IIV_REPORT", 1, "BSSN", "")).startsWith("Kewajiban itu tidak berlaku");
    }

    @Test
    void peopleAreRemindedOfTheLawUntilItWasDone() throws SQLException {
        String at = vital("c-reminded", "20 hours");
        String number = at.replaceAll(".*/", "");
        until("80 % of a day", () -> reminded(number).size() == 1);
        assertThat(reminded(number).get(0)).contains("80 % dari batas lapor IIV 1x24 jam terpakai");

        told(at, "IIV_REPORT", 1, "BSSN", "");
        cases.run("update case_course set discovered_at = now() - interval '73 hours' where case_id = 'c-reminded'");

        until("80 and 100 % of three days", () -> reminded(number).size() == 3);
        assertThat(reminded(number))
                .as("what was told is no longer reminded of")
                .filteredOn(one -> one.contains("data pribadi 3x24 jam"))
                .hasSize(2);
        assertThat(cases.stage("c-reminded")).isEqualTo("ANALYSIS");
    }

    private static List<String> reminded(String number) {
        return hook.received().stream()
                .filter(one -> one.contains(number) && one.contains("\"kind\":\"legal\""))
                .toList();
    }

    /** A case on vital infrastructure with personal data, taken that long ago. */
    private static String vital(String id, String ago) throws SQLException {
        String at = cases.taken(id);
        desk.submit(at, at + "/asset", Map.of("iiv", "on", "personalData", "on"));
        cases.run("update case_course set discovered_at = now() - interval '" + ago + "' where case_id = '" + id + "'");
        return at;
    }

    private static String told(String at, String clock, int hoursAgo, String recipient, String ticket) {
        String sent = LocalDateTime.now(ZoneId.of("Asia/Jakarta"))
                .minusHours(hoursAgo)
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm"));
        return cases.tell(
                at, "/legal", Map.of("clock", clock, "sentAt", sent, "recipient", recipient, "ticket", ticket));
    }
}
