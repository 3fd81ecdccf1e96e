package id.kentongan.desk;

import static id.kentongan.desk.trial.DeskOfCases.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.SharedDesk;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A pause ends by itself when what it waits for comes into the case, and by nothing else that comes. */
class PauseEndsIT {
    private static final String REPORT =
            "{\"template-id\":\"x\",\"info\":{\"name\":\"Terbuka\",\"severity\":\"high\"}," + "\"host\":\"10.0.0.5\"}";

    private static TrialDesk desk;
    private static DeskOfCases cases;

    @BeforeAll
    static void open() throws IOException, SQLException {
        SharedDesk shared = SharedDesk.open();
        cases = shared.cases();
        desk = cases.desk();
    }

    @Test
    void anImportedReportEndsTheWaitForAccess() throws SQLException {
        String at = pausedInProving("c-import", "ACCESS");
        cases.fourWeeksAgo("c-import");
        assertThat(imported(at, "bukan laporan")).startsWith("Ditolak");
        assertThat(pause("c-import")).isEqualTo("ACCESS still");

        assertThat(imported(at, REPORT)).startsWith("Hasil terimpor").endsWith("waktu berjalan lagi.");

        assertThat(pause("c-import")).isEqualTo("ACCESS ARRIVED by ani");
        assertThat(cases.text("select due_at > now() from case_course where case_id = 'c-import'"))
                .as("with the time that was left")
                .isEqualTo("t");
        assertThat(journal(at))
                .matches("PAUSED ACCESS, asked: akun uji; RESUMED ARRIVED: Nuclei hasil.jsonl sha256 [0-9a-f]{64}; "
                        + "VA_IMPORT Nuclei hasil.jsonl sha256 [0-9a-f]{64} results 1");
        assertThat(desk.page(at).select("section[aria-labelledby=waitings]").text())
                .contains("Berakhir karena hasil VA masuk, dicatat ani", "Nuclei hasil.jsonl");
        assertThat(desk.page(at).select(".case-head .notice").text()).doesNotContain("Menunggu akses");
        assertThat(desk.page("/board").select("tr:contains(c-import)").text()).doesNotContain("dijeda");
    }

    @Test
    void fromThenOnPeopleAreRemindedAgain() throws SQLException {
        String at = pausedInProving("c-again", "ACCESS");
        imported(at, REPORT);
        cases.run("update case_course set entered_at = now() - interval '30 days', due_at = now() - interval '20 days' "
                + "where case_id = 'c-again'");

        until("the reminders of all levels", () -> reminders("c-again").equals("3"));
    }

    @Test
    void aReportThatTheCaseHeldAlreadyEndsNothing() throws SQLException {
        String at = pausedInProving("c-known", "OPERATOR");
        imported(at, REPORT);
        cases.tell(at, "/pause/end", Map.of("end", "answered", "answer", "ada"));
        cases.tell(at, "/pause", Map.of("reason", "ACCESS", "asked", "akun uji"));

        assertThat(imported(at, REPORT)).contains("sudah tercatat");

        assertThat(pause("c-known")).isEqualTo("ACCESS still");
    }

    @Test
    void aResultWrittenByHandEndsTheWaitForAccessAndNoOther() throws SQLException {
        Map<String, String> result = Map.of("tool", "curl", "target", "10.0.0.5", "finding", "terbuka");
        String access = pausedInProving("c-typed", "ACCESS");
        String operator = pausedInProving("c-other", "OPERATOR");

        cases.tell(access, "/assessment/results", result);
        cases.tell(operator, "/assessment/results", result);

        assertThat(pause("c-typed")).isEqualTo("ACCESS ARRIVED by ani");
        assertThat(journal(access)).contains("RESUMED ARRIVED: curl 10.0.0.5; VA_RESULT");
        assertThat(pause("c-other")).isEqualTo("OPERATOR still");
    }

    @Test
    void theReplyToTheLetterEndsTheWaitOfACaseThatWasOpenedAgain() throws SQLException {
        String at = reopened("c-reply");
        cases.tell(at, "/pause", Map.of("reason", "OPERATOR", "asked", "Apakah berkas sudah dihapus?"));
        cases.fourWeeksAgo("c-reply");

        answered(at, Map.of("channel", "surat", "receivedBy", "Resepsionis"));
        assertThat(pause("c-reply")).as("received is not answered").isEqualTo("OPERATOR still");
        assertThat(answered(at, Map.of("reply", "Sudah dihapus <b>semua</b>", "repliedOn", "2026-11-20")))
                .endsWith("waktu berjalan lagi.");

        assertThat(pause("c-reply")).isEqualTo("OPERATOR ARRIVED by ani");
        assertThat(journal(at)).contains("RESUMED ARRIVED: Sudah dihapus <b>semua</b>; PSE_ANSWER");
        assertThat(desk.page(at).select("section[aria-labelledby=waitings]").text())
                .contains("Berakhir karena jawaban PSE tercatat, oleh ani: Sudah dihapus <b>semua</b>");
        cases.tell(at, "/pause", Map.of("reason", "OPERATOR", "asked", "Mana buktinya?"));
        answered(at, Map.of("reply", "Sudah dihapus <b>semua</b>", "repliedOn", "2026-11-20", "channel", "surel"));
        assertThat(pause("c-reply")).as("the same answer again").isEqualTo("OPERATOR still");
    }

    private static String pausedInProving(String id, String reason) {
        String at = cases.taken(id);
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        assertThat(cases.tell(at, "/pause", Map.of("reason", reason, "asked", "akun uji")))
                .isEqualTo("Waktu langkah ini dijeda.");
        return at;
    }

    /** From the verdict through the signed letter to its end, and back to the analysis. */
    private static String reopened(String id) throws SQLException {
        String at = cases.taken(id);
        cases.decide(at, "FALSE_NEGATIVE");
        desk.submit(at, at + "/report", Map.of("severity", "LOW", "decision", "send"));
        as(TrialTeam.COORDINATOR, at, "/verification", Map.of("decision", "verify"));
        as(TrialTeam.HEAD, at, "/ratification", Map.of("decision", "ratify"));
        enter(TrialTeam.ANALYST);
        desk.upload(at, at + "/letter/signed", "file", "surat.pdf", "%PDF-1.4\n");
        desk.submit(at, at + "/letter/end", Map.of("decision", "close"));
        as(TrialTeam.COORDINATOR, at, "/reopening", Map.of("note", "serangan datang lagi"));
        enter(TrialTeam.ANALYST);
        assertThat(cases.stage(id)).isEqualTo("ANALYSIS");
        return at;
    }

    private static void as(String person, String at, String action, Map<String, String> form) {
        enter(person);
        desk.submit("/candidates", at + action, form);
    }

    private static void enter(String person) {
        desk.logIn(person, TrialTeam.password(person));
    }

    private static String imported(String at, String content) {
        String page = at + "/assessment";
        desk.upload(page, page + "/import", "report", "hasil.jsonl", content);
        return cases.told(page);
    }

    private static String answered(String at, Map<String, String> form) {
        desk.submit(at + "/letter", at + "/letter/reply", form);
        return cases.told(at + "/letter");
    }

    /** The newest pause of a case. */
    private static String pause(String id) throws SQLException {
        return cases.text("select reason || coalesce(' ' || ended || ' by ' || ended_by, ' still') from case_waiting "
                + "where case_id = '" + id + "' order by id desc limit 1");
    }

    private static String journal(String at) throws SQLException {
        return cases.text("select string_agg(deed || ' ' || detail, '; ' order by seq) from journal where subject = '"
                + at.replaceAll(".*/", "")
                + "' and deed in ('PAUSED', 'RESUMED', 'VA_IMPORT', 'VA_RESULT', 'PSE_ANSWER')");
    }

    private static String reminders(String id) {
        try {
            return cases.text("select count(*) from reminder where case_id = '" + id + "'");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
