package id.kentongan.desk;

import static id.kentongan.desk.trial.DeskOfCases.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.SharedDesk;
import id.kentongan.desk.trial.TrialBrowser;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialReceiver;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A case that others told of keeps to the label under which they told it. */
class SourceTlpIT {
    private static final String TOLD = "Peladen itu memanggil pengendali botnet <b>di</b> 198.51.100.7";

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
    void whatBssnToldUnderRedStaysInTheHouse() throws IOException, SQLException {
        String at = ratified("BSSN", "RED", "notis-merah", "Dinas Kesehatan");

        assertThat(desk.page(at).select(".case-head .over").text()).contains("Pemberitahuan BSSN · TLP:RED");
        assertThat(letter(at)).doesNotContain("botnet", "198.51.100.7").contains("(TLP:RED)", "10.1.2.3");
        assertThat(desk.page(at + "/letter").select("div.notice").text())
                .contains("Tidak dimuat dalam surat", "Judul dan uraian dari sumber", "Ringkasan")
                .contains("Pemberitahuan BSSN, TLP:RED", "label ini tidak boleh keluar");
        assertThat(told(at)).isNotEmpty().noneMatch(one -> one.contains("notis-merah"));
        theTeamsOwnPapersBearIt(at);
        assertThat(cases.text("select detail from journal where deed = 'OPENED_BY_HAND' and subject = '"
                        + at.replaceAll(".*/", "") + "'"))
                .isEqualTo("BSSN TLP:RED: notis-merah");
        lookAt(at);
    }

    @Test
    void aCorrectionOfItsLetterKeepsToTheLabelToo() throws IOException, SQLException {
        String at = ratified("BSSN", "RED", "notis-koreksi", "Dinas Kesehatan");
        desk.upload(at + "/letter", at + "/letter/signed", "file", "surat.pdf", "%PDF-1.4\nsigned elsewhere\n");
        String letter = cases.text("select id from document join case_file using (case_id) where kind = 'NOTICE_LETTER'"
                + " and title_id = 'notis-koreksi'");
        Map<String, String> much =
                Map.of("document", letter, "corrected", "Blokir 198.51.100.7", "reason", "lupa", "decision", "save");
        Map<String, String> right =
                Map.of("document", letter, "corrected", "Nomor telepon", "reason", "lupa", "decision", "save");

        assertThat(cases.tell(at + "/addenda", "", much)).startsWith("Addendum surat ini mengulang");
        assertThat(cases.tell(at + "/addenda", "", right)).isEqualTo("Tersimpan.");

        String addendum = desk.page(at + "/addenda").selectFirst("article form").attr("action");
        assertThat(cases.tell(addendum.replaceAll("/\\d+$", ""), addendum.replaceAll(".*(/\\d+)$", "$1"), much))
                .startsWith("Addendum surat ini mengulang");
        assertThat(text(desk.bytes(addendum))).contains("Nomor telepon").doesNotContain("notis-koreksi", "198.51");
    }

    @Test
    void underAmberItGoesToAClientAlone() throws IOException, SQLException {
        String client = ratified("BSSN", "AMBER", "notis-klien", "RSUD  contoh");
        String other = ratified("ADUAN", "AMBER", "aduan-lain", "Dinas Sosial");

        assertThat(letter(client)).contains("botnet", "198.51.100.7");
        assertThat(desk.page(client + "/letter").select("div.notice")).isEmpty();
        assertThat(letter(other)).doesNotContain("botnet", "198.51.100.7");
        assertThat(desk.page(other + "/letter").select("div.notice").text())
                .contains("Aduan, TLP:AMBER", "tidak terdaftar sebagai klien");
        assertThat(told(other)).anyMatch(one -> one.contains("aduan-lain"));
    }

    @Test
    void whatAColleagueSawIsTheTeamsOwn() throws IOException, SQLException {
        String at = ratified("MANUAL", "RED", "temuan-sendiri", "Dinas Sosial");

        assertThat(letter(at)).contains("botnet");
        assertThat(cases.text("select coalesce(source_tlp, 'none') from case_course join case_file using (case_id)"
                        + " where title_id = 'temuan-sendiri'"))
                .isEqualTo("none");
    }

    @Test
    void whatACaseThatWasMergedIntoItWasToldStaysOutToo() throws IOException, SQLException {
        String secret = opened("BSSN", "AMBER_STRICT", "notis-gabung");
        String between = cases.sent("c-between");
        String at = cases.taken("c-target");
        merge(secret, between);
        merge(between, at);
        ratify(at, TOLD);

        assertThat(letter(at)).doesNotContain("botnet", "198.51.100.7");
        assertThat(desk.page(at + "/letter").select("div.notice").text())
                .contains("TLP:AMBER+STRICT", secret.replaceAll(".*/", ""));
        assertThat(text(desk.bytes(at + "/documents/incident-report")))
                .as("whatever the analyst wrote")
                .contains("Klasifikasi : Terbatas, TLP:AMBER+STRICT");
        assertThat(told(at)).isNotEmpty().noneMatch(one -> one.contains("Kasus c-target"));
    }

    private static void merge(String part, String whole) throws IOException {
        desk.submit(part, part + "/merging", Map.of("into", whole.replaceAll(".*/", ""), "note", "satu kejadian"));
    }

    private static void theTeamsOwnPapersBearIt(String at) throws IOException {
        String today = LocalDate.now(ZoneId.of("Asia/Jakarta")).toString();
        for (String address : List.of(
                at + "/documents/incident-report",
                at + "/documents/incident-form",
                at + "/documents/work-report",
                "/records/list/" + today,
                "/records/notes/" + today,
                "/records/activities/" + today.substring(0, 7))) {
            assertThat(headOf(desk.bytes(address))).as(address).startsWith("TLP:RED");
        }
        assertThat(new String(desk.bytes(at + "/folder"), StandardCharsets.UTF_8))
                .as("its comment")
                .endsWith("TLP:RED");
        assertThat(headOf(desk.bytes(at + "/letter/draft"))).doesNotStartWith("TLP");
    }

    private static String headOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper last = new PDFTextStripper();
            last.setSortByPosition(true);
            last.setStartPage(document.getNumberOfPages());
            return last.getText(document).strip();
        }
    }

    private static void lookAt(String at) throws IOException {
        try (TrialBrowser browser = TrialBrowser.before(desk)) {
            for (String tongue : List.of("id", "en")) {
                Page wide = browser.desktop(TrialTeam.ANALYST);
                wide.navigate(at + "/letter?lang=" + tongue);
                TrialBrowser.photograph(wide, "tlp-letter-" + tongue);
                wide.navigate("/cases/new");
                TrialBrowser.photograph(wide, "tlp-new-" + tongue);
                Page phone = browser.phone(TrialTeam.ANALYST);
                phone.navigate("/candidates?lang=" + tongue);
                assertThat(TrialBrowser.tooWide(
                                phone, "tlp-phone-" + tongue, List.of(at, at + "/letter", "/cases/new")))
                        .isEmpty();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String opened(String source, String tlp, String title) {
        enter(TrialTeam.ANALYST);
        desk.submit(
                "/cases/new",
                "/cases",
                Map.of(
                        "source",
                        source,
                        "tlp",
                        tlp,
                        "title",
                        title,
                        "summary",
                        TOLD,
                        "machine",
                        title,
                        "address",
                        "10.1.2.3"));
        return desk.page("/candidates?q=" + title).selectFirst("td.title a").attr("href");
    }

    private static String ratified(String source, String tlp, String title, String pse) {
        String at = opened(source, tlp, title);
        desk.submit(at, at + "/taking", Map.of());
        desk.submit(at, at + "/asset", Map.of("pse", pse));
        ratify(at, "");
        return at;
    }

    private static void ratify(String at, String summary) {
        cases.decide(at, "FALSE_NEGATIVE");
        String tlp = desk.page(at + "/report").select("#tlp option[selected]").attr("value");
        String severity =
                desk.page(at + "/report").select("#severity option[selected]").attr("value");
        desk.submit(
                at, at + "/report", Map.of("severity", severity, "tlp", tlp, "summary", summary, "decision", "send"));
        enter(TrialTeam.COORDINATOR);
        desk.submit(at, at + "/verification", Map.of("decision", "verify"));
        enter(TrialTeam.HEAD);
        desk.submit(at, at + "/ratification", Map.of("decision", "ratify"));
        enter(TrialTeam.ANALYST);
    }

    /** What webhooks heard of a case's hand-over to the coordinator and on. */
    private static List<String> told(String at) {
        String number = at.replaceAll(".*/", "");
        until("told of " + number, () -> heard(number).size() >= 3);
        return heard(number);
    }

    private static List<String> heard(String number) {
        return hook.received().stream().filter(one -> one.contains(number)).toList();
    }

    private static void enter(String person) {
        desk.logIn(person, TrialTeam.password(person));
    }

    private static String letter(String at) throws IOException {
        return text(desk.bytes(at + "/letter/draft"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\u200b", "").replaceAll("\\s+", " ");
        }
    }
}
