package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.TrialBrowser;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialTeam;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was ratified stays as it is; an addendum corrects it, and goes the same way. */
class AddendumIT {
    private static final String LURE = "Jam kejadian 08.14, bukan 09.14 <script>alert(1)</script>";

    private static final String NUMBER = "500.12.10/77/406.020/2026";

    private static TrialDesk desk;
    private static DeskOfCases cases;

    @BeforeAll
    static void open() throws IOException, SQLException {
        cases = DeskOfCases.open("addendum_it", Map.of());
        desk = cases.desk();
    }

    @AfterAll
    static void close() {
        cases.close();
    }

    @Test
    void anAddendumIsRatifiedLikeTheReportAndTheReportStays() throws IOException, SQLException {
        String at = ratified("c-addendum");
        String page = at + "/addenda";
        String report = document("c-addendum", "INCIDENT_REPORT", "RATIFY");
        byte[] before = desk.bytes(at + "/documents/kept/" + report);
        String sha256 = Assessments.sha256(before);
        enter(TrialTeam.ANALYST);
        assertThat(begin(page, report, "")).isEqualTo("Isi yang dikoreksi dan alasannya.");
        assertThat(begin(page, report, LURE)).isEqualTo("Addendum diteruskan.");
        assertThat(begin(page, report, "lagi")).startsWith("Pilih dokumen yang sudah disahkan");
        String one = page + "/" + id(page);
        assertThat(new String(desk.bytes(one + "?as=docx"), 0, 2, StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        assertThat(told(page, one, Map.of("corrected", "diam-diam", "reason", "x")))
                .startsWith("Kasus ini sudah");

        enter(TrialTeam.COORDINATOR);
        assertThat(desk.page("/verification").text()).contains("Kasus c-addendum");
        assertThat(desk.page(at + "/verification").text()).contains("Sebuah addendum menunggu keputusan Anda.");
        assertThat(told(page, one + "/verification", Map.of("decision", "return")))
                .isEqualTo("Tuliskan alasannya.");
        told(page, one + "/verification", Map.of("decision", "return", "note", "Sebut sumbernya"));
        enter(TrialTeam.ANALYST);
        assertThat(desk.page(page).text()).contains("Sedang ditulis", "Sebut sumbernya");
        told(
                page,
                one,
                Map.of(
                        "documentNumber",
                        NUMBER,
                        "corrected",
                        LURE,
                        "reason",
                        "Jam peladen lewat satu jam",
                        "decision",
                        "send"));
        enter(TrialTeam.COORDINATOR);
        told(page, one + "/verification", Map.of("decision", "verify"));
        enter(TrialTeam.HEAD);
        assertThat(desk.page("/ratification").text()).contains("Kasus c-addendum");
        assertThat(told(page, one + "/ratification", Map.of("decision", "ratify")))
                .isEqualTo("Addendum diteruskan.");

        assertThat(desk.bytes(at + "/documents/kept/" + report)).isEqualTo(before);
        assertThat(desk.bytes(at + "/documents/incident-report")).isEqualTo(before);
        byte[] addendum = desk.bytes(one);
        assertThat(text(addendum))
                .contains("PEMERINTAH KABUPATEN CONTOH", "ADDENDUM 1 ATAS LAPORAN INSIDEN SIBER", "TLP:AMBER")
                .contains("<script>alert(1)</script>", "Jam peladen lewat satu jam", NUMBER)
                .contains("Disusun oleh", "Diverifikasi oleh", "Disahkan oleh", "ani", "budi", "eka");
        assertThat(text(addendum).replaceAll("\\s", "")).contains(sha256);
        assertThat(desk.get(one + "?as=docx").statusCode()).isEqualTo(404);
        assertThat(cases.text("select detail from journal where deed = 'ADDENDUM_RATIFY' and subject = '"
                        + at.replaceAll(".*/", "") + "'"))
                .contains("addendum 1 to INCIDENT_REPORT v3 sha256 " + sha256)
                .contains("addendum sha256 " + Assessments.sha256(addendum));
        assertThat(desk.page(at + "/report").select("a.see").eachText()).containsExactly("Lihat addendum 1");
        assertThat(folder(at))
                .containsEntry("dokumen/addendum-1-laporan-insiden-siber-v3.pdf", Assessments.sha256(addendum));
        assertThatThrownBy(() -> cases.run("update addendum set corrected = 'lain' where sha256 is not null"))
                .hasMessageContaining("never changed");
    }

    @Test
    void theNextOfADocumentIsTheSecondAndEachDocumentCountsItsOwn() throws IOException, SQLException {
        String at = ratified("c-second");
        String page = at + "/addenda";
        String report = document("c-second", "INCIDENT_REPORT", "RATIFY");
        through(page, report, "satu");
        through(page, report, "dua");
        through(page, document("c-second", "INCIDENT_FORM", "RATIFY"), "formulir");

        assertThat(desk.page(at + "/report").select("a.see").eachText())
                .containsExactly("Lihat addendum 1", "Lihat addendum 2", "Lihat addendum 1");
        assertThat(folder(at).keySet())
                .contains(
                        "dokumen/addendum-1-laporan-insiden-siber-v3.pdf",
                        "dokumen/addendum-2-laporan-insiden-siber-v3.pdf",
                        "dokumen/addendum-1-formulir-laporan-insiden-v3.pdf");
        lookAt(page, at + "/report", at + "/verification");
    }

    @Test
    void aSignedLetterIsADocumentThatCanBeCorrectedAndAnEarlierDraftIsNot() throws IOException, SQLException {
        String at = ratified("c-letter");
        enter(TrialTeam.ANALYST);
        desk.upload(at + "/letter", at + "/letter/signed", "file", "surat.pdf", "%PDF-1.4\nsigned elsewhere\n");
        String letter = document("c-letter", "NOTICE_LETTER", "ISSUE_LETTER");

        through(at + "/addenda", letter, "Alamat surel narahubung");

        assertThat(text(desk.bytes(at + "/addenda/" + id(at + "/addenda"))))
                .contains("ADDENDUM 1 ATAS SURAT PEMBERITAHUAN INSIDEN SIBER");
        enter(TrialTeam.ANALYST);
        assertThat(begin(at + "/addenda", document("c-letter", "INCIDENT_REPORT", "SEND"), "x"))
                .startsWith("Pilih dokumen yang sudah disahkan");
    }

    @Test
    void ofALaporanKerjaTheCoordinatorAcknowledgesIt() throws IOException, SQLException {
        String at = cases.taken("c-work");
        cases.decide(at, "FALSE_POSITIVE");
        desk.submit(at, at + "/report", Map.of("summary", "wajar", "decision", "send"));
        enter(TrialTeam.COORDINATOR);
        desk.submit(at, at + "/verification", Map.of("decision", "acknowledge"));
        String page = at + "/addenda";
        enter(TrialTeam.ANALYST);
        begin(page, document("c-work", "WORK_REPORT", "ACKNOWLEDGE"), "Durasi langkah");
        enter(TrialTeam.COORDINATOR);
        String one = page + "/" + id(page);
        assertThat(told(page, one + "/verification", Map.of("decision", "verify")))
                .startsWith("Kasus ini sudah");

        told(page, one + "/verification", Map.of("decision", "acknowledge"));

        assertThat(text(desk.bytes(one))).contains("ADDENDUM 1 ATAS LAPORAN KERJA", "Diketahui oleh", "budi");
        assertThat(cases.stage("c-work")).isEqualTo("CLOSED_FALSE_POSITIVE");
    }

    private static void lookAt(String... pages) throws IOException {
        try (TrialBrowser browser = TrialBrowser.before(desk)) {
            for (String tongue : List.of("id", "en")) {
                Page wide = browser.desktop(TrialTeam.ANALYST);
                wide.navigate(pages[0] + "?lang=" + tongue);
                TrialBrowser.photograph(wide, "addendum-" + tongue);
                wide.locator("details summary").first().click();
                TrialBrowser.photograph(wide, "addendum-new-" + tongue);
                Page phone = browser.phone(TrialTeam.HEAD);
                phone.navigate("/archive?lang=" + tongue);
                assertThat(TrialBrowser.tooWide(phone, "addendum-phone-" + tongue, List.of(pages)))
                        .isEmpty();
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Written, verified and ratified. */
    private static void through(String page, String document, String corrected) {
        enter(TrialTeam.ANALYST);
        begin(page, document, corrected);
        String one = page + "/" + id(page);
        enter(TrialTeam.COORDINATOR);
        told(page, one + "/verification", Map.of("decision", "verify"));
        enter(TrialTeam.HEAD);
        told(page, one + "/ratification", Map.of("decision", "ratify"));
    }

    private static String begin(String page, String document, String corrected) {
        return told(
                page,
                page,
                Map.of(
                        "document",
                        document,
                        "documentNumber",
                        NUMBER,
                        "corrected",
                        corrected,
                        "reason",
                        "salah ketik",
                        "decision",
                        "send"));
    }

    /** Of the addendum that was begun last. */
    private static String id(String page) {
        return desk.page(page).select("article[id^=addendum-]").stream()
                .map(Element::id)
                .map(id -> Long.valueOf(id.replaceAll("\\D", "")))
                .max(Long::compare)
                .orElseThrow()
                .toString();
    }

    private static String told(String page, String address, Map<String, String> form) {
        desk.submit(page, address, form);
        return cases.told(page);
    }

    /** A case whose report was ratified. */
    private static String ratified(String id) {
        String at = cases.taken(id);
        cases.decide(at, "FALSE_NEGATIVE");
        desk.submit(at, at + "/report", Map.of("severity", "LOW", "summary", "ringkas", "decision", "send"));
        enter(TrialTeam.COORDINATOR);
        desk.submit(at, at + "/verification", Map.of("decision", "verify"));
        enter(TrialTeam.HEAD);
        desk.submit(at, at + "/ratification", Map.of("decision", "ratify"));
        return at;
    }

    private static String document(String caseId, String kind, String stage) throws SQLException {
        return cases.text("select id from document where case_id = '" + caseId + "' and kind = '" + kind
                + "' and stage = '" + stage + "'");
    }

    /** SHA-256 of each file by its name, as the manifest says and as it is. */
    private static Map<String, String> folder(String at) throws IOException {
        Map<String, String> files = new HashMap<>();
        String manifest = "";
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(desk.bytes(at + "/folder")))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals("MANIFEST.txt")) {
                    manifest = new String(content, StandardCharsets.UTF_8);
                } else {
                    files.put(entry.getName(), Assessments.sha256(content));
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(manifest).contains(file.getValue() + "  " + file.getKey());
        }
        return files;
    }

    private static void enter(String person) {
        desk.logIn(person, TrialTeam.password(person));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\u200b", "");
        }
    }
}
