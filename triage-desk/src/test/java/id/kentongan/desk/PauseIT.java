package id.kentongan.desk;

import static id.kentongan.desk.trial.DeskOfCases.until;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.SharedDesk;
import id.kentongan.desk.trial.TrialDesk;
import java.io.IOException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clock of a step stands while the case waits for others, and everybody sees it. */
class PauseIT {
    private static final String ASKED = "Minta akun uji ke Diskominfo <b>lewat surat</b>";

    private static TrialDesk desk;
    private static DeskOfCases cases;

    @BeforeAll
    static void open() throws IOException, SQLException {
        SharedDesk shared = SharedDesk.open();
        cases = shared.cases();
        desk = cases.desk();
    }

    @Test
    void aCaseWaitsAndGoesOnWithTheTimeThatWasLeft() throws SQLException {
        String at = cases.taken("c-waits");
        desk.submit(at, at + "/asset", Map.of("iiv", "on"));
        String legal = desk.page(at).select(".clocks .legal small").text();
        assertThat(cases.tell(at, "/pause", Map.of("reason", "ACCESS", "asked", ASKED)))
                .isEqualTo("Waktu langkah ini dijeda.");
        assertThat(desk.page(at).select(".case-head .notice").text())
                .contains("Menunggu akses", "dijeda oleh ani", "<b>lewat surat</b>");
        assertThat(desk.page("/board").select("tr:contains(c-waits)").text()).contains("dijeda sejak");
        assertThat(cases.tell(at, "/pause", Map.of("reason", "ACCESS", "asked", ASKED)))
                .isEqualTo("Waktu langkah ini sudah dijeda.");

        cases.fourWeeksAgo("c-waits");
        assertThat(cases.tell(at, "/pause/end", Map.of("end", "answered", "answer", "Akun uji diterima")))
                .startsWith("Waktu berjalan lagi");

        assertThat(cases.text("select due_at > now() from case_course where case_id = 'c-waits'"))
                .isEqualTo("t");
        assertThat(desk.page(at).select(".clocks .legal small").text())
                .as("no law waits")
                .isEqualTo(legal);
        assertThat(desk.page(at).select(".clocks").text()).contains("Pengerjaan", "ditambah menunggu");
        assertThat(cases.text("select ended || ' ' || answer from case_waiting where case_id = 'c-waits'"))
                .isEqualTo("ANSWERED Akun uji diterima");
        assertThat(cases.text(
                        "select string_agg(deed, ' ' order by seq) from journal where deed in ('PAUSED', 'RESUMED') "
                                + "and subject = '" + at.replaceAll(".*/", "") + "'"))
                .isEqualTo("PAUSED RESUMED");
    }

    @Test
    void aMoveEndsThePauseAndTellsProcessingAndWaitingApart() throws SQLException, IOException {
        String at = cases.taken("c-moves");
        cases.tell(at, "/pause", Map.of("reason", "OPERATOR", "asked", "Kapan formulir dipasang?"));
        cases.fourWeeksAgo("c-moves");
        desk.submit(at + "/analysis", at + "/analysis", Map.of("cause", "formulir lama", "decision", "yes"));

        assertThat(cases.text("select ended from case_waiting where case_id = 'c-moves'"))
                .isEqualTo("MOVED");
        assertThat(cases.text("select work_seconds < 60 and wait_seconds > 5 * 3600 from case_move "
                        + "where case_id = 'c-moves' and move = 'CONFIRM_ANOMALY'"))
                .isEqualTo("t");
        assertThat(desk.page(at).select("section[aria-labelledby=history]").text())
                .contains("menunggu");
        assertThat(desk.page(at).select("section[aria-labelledby=waitings]").text())
                .contains("Menunggu PSE", "Kapan formulir dipasang?");
        String month = YearMonth.now(ZoneId.of("Asia/Jakarta")).toString();
        assertThat(text(desk.bytes(at + "/documents/work-report")))
                .containsPattern("0 menit,\\s+menunggu\\s+\\d{3,}\\s+menit");
        assertThat(text(desk.bytes("/records/activities/" + month))).contains("Median menunggu (menit)");
    }

    @Test
    void nobodyIsRemindedOfACaseThatWaits() throws SQLException {
        String waiting = cases.taken("c-quiet");
        cases.tell(waiting, "/pause", Map.of("reason", "OPERATOR", "asked", "Jawaban PSE"));
        cases.fourWeeksAgo("c-quiet");
        cases.taken("c-loud");
        cases.run("update case_course set entered_at = now() - interval '30 days', due_at = now() - interval '20 days' "
                + "where case_id = 'c-loud'");
        until("a look at the clocks", () -> reminders("c-loud").equals("3"));

        assertThat(reminders("c-quiet")).isEqualTo("0");
    }

    @Test
    void onlyAStepOfTheTeamsOwnWaitsAndOnlyForSomethingThatWasAsked() throws SQLException {
        String candidate = cases.sent("c-candidate");
        assertThat(cases.tell(candidate, "/pause", Map.of("reason", "OPERATOR", "asked", "apa saja")))
                .startsWith("Kasus ini sudah berpindah tahap");
        String at = cases.taken("c-asks");
        assertThat(cases.tell(at, "/pause", Map.of("reason", "OPERATOR", "asked", " ")))
                .isEqualTo("Tuliskan alasannya.");
        assertThat(cases.tell(at, "/pause/end", Map.of("end", "by_hand", "answer", "tidak dijeda")))
                .startsWith("Kasus ini sudah berpindah tahap");
    }

    private static String reminders(String id) {
        try {
            return cases.text("select count(*) from reminder where case_id = '" + id + "'");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
