package id.kentongan.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Criticality;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.analysis.SixWords;
import id.kentongan.desk.assessment.ProofFile;
import id.kentongan.desk.assessment.SiemRating;
import id.kentongan.desk.assessment.VaResult;
import id.kentongan.desk.assessment.Verdict;
import id.kentongan.desk.asset.AssetCard;
import id.kentongan.desk.casefile.CaseFile;
import id.kentongan.desk.casefile.CaseNumber;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.casefile.Tlp;
import id.kentongan.desk.course.LegalReport;
import id.kentongan.desk.course.Standing;
import id.kentongan.desk.deadline.LegalClock;
import id.kentongan.desk.paper.Paper;
import id.kentongan.desk.paper.TrialPress;
import id.kentongan.desk.trial.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Every field that the SOP's documents must have, for a full, a nearly empty and a hostile case. */
class DocumentsTest {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final List<String> REPORT_LABELS = List.of(
            "Nomor laporan",
            "Tanggal laporan",
            "Nomor kasus",
            "Sifat",
            "TLP",
            "Sumber temuan",
            "Kategori",
            "Tingkat keparahan",
            "Alasan",
            "Nama tim",
            "Nama analis",
            "Jabatan",
            "Telepon",
            "Surel",
            "Nama sistem",
            "URL",
            "Alamat IP",
            "PSE/OPD pemilik",
            "Penanggung jawab",
            "Kritikalitas",
            "IIV",
            "data pribadi",
            "Ringkasan",
            "Bentuk serangan",
            "Skema",
            "ATT&CK",
            "Waktu",
            "Kejadian",
            "Sumber bukti",
            "Pelaksana",
            "Aturan korelasi",
            "Jumlah alert",
            "Kutipan log",
            "Instrumen",
            "Temuan",
            "CVE",
            "PoC",
            "Putusan",
            "Penilaian SIEM",
            "Penyebab",
            "Celah",
            "Kerahasiaan",
            "Keutuhan",
            "Ketersediaan",
            "Layanan",
            "Data",
            "Masyarakat",
            "Indikator",
            "Tindakan",
            "Laporan wajib",
            "Tiket",
            "Rekomendasi",
            "Segera",
            "Jangka pendek",
            "Pencegahan",
            "Tenggat",
            "Pelajaran",
            "Lampiran",
            "SHA-256",
            "Disusun oleh",
            "Diverifikasi oleh",
            "Disahkan oleh",
            "NIP",
            "Tanggal");
    private static final List<String> WORK_LABELS = List.of(
            "Nomor",
            "Tanggal",
            "Pelaksana",
            "Dasar",
            "Sistem yang diperiksa",
            "Pemicu",
            "Aturan",
            "Jumlah alert",
            "Langkah pemeriksaan",
            "Waktu kerja",
            "vulnerability assessment",
            "Putusan",
            "Alasan putusan",
            "Golongan sebab",
            "Tindak lanjut",
            "Kesimpulan",
            "Disusun oleh",
            "Diketahui oleh");

    @Test
    void aFullReportHasEveryFieldAndEveryWord() throws IOException {
        Dossier full = dossier(Samples.plain("c-1", 1, Severity.HIGH, "Webshell pada web-01"), true);

        String report = text(IncidentReport.of(full));
        String form = text(IncidentForm.of(full));
        String work = text(WorkReport.of(full));

        assertThat(report).contains(REPORT_LABELS);
        assertThat(report)
                .contains("Lapor IIV 1x24 jam", "BSSN <b>", "A-17", "3 Nov 2026 09.00 WIB")
                .contains("Unggah php", "Formulir terbuka", "CVE-2024-0001", "9.8", "FALSE NEGATIVE", "TERDETEKSI")
                .contains("bukti.txt", "Tutup formulir", "Periksa jenis berkas", "500.12.10/......../", "B-1");
        assertThat(form).contains(REPORT_LABELS.subList(0, 26)).contains("Kerahasiaan", "Tindakan");
        assertThat(work).contains(WORK_LABELS);
    }

    @Test
    void everyPageBearsTheCasesLabelAtItsHeadAndFoot() throws IOException {
        Dossier full = dossier(Samples.plain("c-1", 1, Severity.HIGH, "Webshell pada web-01"), true);

        for (Paper paper : List.of(IncidentReport.of(full), IncidentForm.of(full), WorkReport.of(full))) {
            assertThat(eachPage(paper)).allMatch(page -> page.split("TLP:AMBER\\+STRICT", -1).length > 2);
        }
    }

    @Test
    void aNearlyEmptyCaseHasEveryFieldToo() throws IOException {
        Dossier empty = dossier(nearlyEmpty(), false);

        assertThat(text(IncidentReport.of(empty))).contains(REPORT_LABELS);
        assertThat(text(IncidentForm.of(empty))).contains(REPORT_LABELS.subList(0, 26));
        assertThat(text(WorkReport.of(empty))).contains(WORK_LABELS);
    }

    @Test
    void whatTheSopWantsOnOnePageFitsOnOne() throws IOException {
        Dossier full = dossier(Samples.plain("c-1", 1, Severity.HIGH, "Webshell pada web-01"), true);

        assertThat(pages(IncidentForm.of(full))).isEqualTo(1);
        assertThat(pages(WorkReport.of(full))).isEqualTo(1);
    }

    @Test
    void hostileTextIsPrintedAsTextAndNothingIsFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer bait = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bait.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        bait.start();
        Path secret = Files.writeString(Files.createTempFile("bait", ".txt"), "jangan-terbaca");
        try {
            String url = "http://127.0.0.1:" + bait.getAddress().getPort() + "/";
            String lure = "<img src='" + url + "a.png'><link rel=stylesheet href='" + url + "b.css'>"
                    + "<iframe src='file://" + secret + "'></iframe>]]><!ENTITY x SYSTEM 'file://" + secret + "'>&x;";
            Dossier hostile = dossier(Samples.hostile("c-h"), false, lure);

            String printed = text(IncidentReport.of(hostile));

            assertThat(asked).hasValue(0);
            assertThat(printed).doesNotContain("jangan-terbaca");
            assertThat(printed.replaceAll("\\s", "")).contains("<script>alert(1)</script>", "<imgsrc=", "[U+202E]");
        } finally {
            bait.stop(0);
            Files.delete(secret);
        }
    }

    private static Case nearlyEmpty() {
        Case sample = Samples.plain("c-0", 1, Severity.LOW, "Kosong");
        return Samples.of("c-0", 1, Severity.LOW, new Text("Kosong", "Empty"), List.of(), sample.supporting());
    }

    private static Dossier dossier(Case content, boolean full) {
        return dossier(content, full, "Unggah php");
    }

    private static Dossier dossier(Case content, boolean full, String attackForm) {
        Instant now = Instant.parse("2026-11-03T02:00:00Z");
        CaseFile file = new CaseFile(new CaseNumber(2026, 7), content, now, now);
        Standing standing = new Standing(
                content.id(),
                file.number(),
                StageName.INCIDENT_REPORT,
                "ani",
                null,
                null,
                null,
                false,
                0,
                null,
                null,
                now,
                null,
                now,
                null,
                "KORELASI",
                null,
                Severity.CRITICAL,
                null);
        boolean any = full || !attackForm.equals("Unggah php");
        return new Dossier(
                file,
                standing,
                full
                        ? new AssetCard(
                                "Perizinan",
                                "https://x.example",
                                "Kabid",
                                "DPMPTSP",
                                "Kepala Dinas",
                                "Contoh",
                                "0355",
                                "agen",
                                Criticality.IMPORTANT,
                                true,
                                true)
                        : AssetCard.EMPTY,
                any
                        ? new SixWords(
                                attackForm,
                                "Unggah lalu jalankan",
                                "Tanpa pemeriksaan",
                                "Formulir terbuka",
                                "Matikan eksekusi",
                                "Isolasi")
                        : SixWords.EMPTY,
                full
                        ? List.of(new VaResult(
                                "Nuclei",
                                "https://x.example",
                                now,
                                now,
                                "Terbukti php jalan",
                                "CVE-2024-0001",
                                "9.8",
                                VaResult.Outcome.PROVED,
                                "ani"))
                        : List.of(),
                full
                        ? List.of(new ProofFile(
                                1,
                                "bukti.txt",
                                id.kentongan.desk.assessment.FileKind.TEXT,
                                3,
                                "ab".repeat(32),
                                "uji",
                                "ani",
                                now))
                        : List.of(),
                full
                        ? new Verdict(
                                Verdict.Word.FALSE_NEGATIVE,
                                "Terbukti",
                                Verdict.Cause.NONE,
                                SiemRating.DETECTED,
                                "ani",
                                now)
                        : null,
                SiemRating.DETECTED,
                full ? filled(content.severity()) : Findings.beginning(content.severity(), null),
                full ? Tlp.AMBER_STRICT : Tlp.AMBER,
                List.of(),
                full ? List.of(new LegalReport(LegalClock.IIV_REPORT, now, "BSSN <b>", "A-17", "ani")) : List.of(),
                Map.of(),
                null,
                null,
                null,
                TrialPress.office(),
                now,
                WIB,
                1);
    }

    private static Findings filled(Severity severity) {
        return new Findings(
                Category.WEB_SHELL,
                Nature.LIMITED,
                Tlp.AMBER,
                severity,
                "Dampak luas",
                "Ringkas kejadian",
                true,
                true,
                false,
                "Layanan berhenti",
                "Tidak ada",
                "Antrean",
                "Isolasi vhost",
                new Advice("Tutup formulir", "DPMPTSP", null),
                Advice.NONE,
                Advice.NONE,
                "Periksa jenis berkas");
    }

    private static int pages(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(TrialPress.print(paper))) {
            return document.getNumberOfPages();
        }
    }

    private static List<String> eachPage(Paper paper) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(TrialPress.print(paper))) {
            PDFTextStripper one = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                one.setStartPage(page);
                one.setEndPage(page);
                pages.add(one.getText(document));
            }
        }
        return pages;
    }

    private static String text(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(TrialPress.print(paper))) {
            return new PDFTextStripper().getText(document).replace("\u200b", "");
        }
    }
}
