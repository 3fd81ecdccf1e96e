package id.kentongan.desk;

import static id.kentongan.desk.trial.TrialBrowser.PHOTOS;
import static id.kentongan.desk.trial.TrialBrowser.photograph;
import static id.kentongan.desk.trial.TrialBrowser.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialBrowser;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Four people walk a case from step 3 to step 10 in a browser; every screen is photographed. */
class IncidentPathIT {
    private static final byte[] PDF = "%PDF-1.4\n%signed elsewhere\n".getBytes(StandardCharsets.ISO_8859_1);

    private static final String DASHBOARD = "https://wazuh.contoh.example/app/data-explorer/discover"
            + "#?_g=(time:(from:'{from}',to:'{to}'))&_q=(query:(language:kuery,query:'{query}'))";
    private static final int ALERTS = 60;

    private static TrialHouse house;
    private static TrialDesk desk;
    private static TrialBrowser browser;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        house.broker.createTopic("path_it.alerts");
        Map<String, Object> settings = TrialTeam.settings(house, "path_it");
        settings.put("kentongan.desk.wazuh-4-dashboard", DASHBOARD);
        desk = TrialDesk.start(settings);
        browser = TrialBrowser.before(desk);
    }

    @AfterAll
    static void close() {
        browser.close();
        desk.close();
    }

    @Test
    void fourPeopleBringAnIncidentFromCandidateToLetter() throws IOException {
        send("c-path", "Webshell pada web-perizinan");
        Page analyst = browser.desktop(TrialTeam.ANALYST);
        String number = take(analyst);
        otherAlerts(analyst, number);
        describeAsset(analyst, number);
        analyse(analyst);
        prove(analyst);
        report(analyst);

        Page coordinator = browser.desktop(TrialTeam.COORDINATOR);
        coordinator.locator("td.title a").first().click();
        photograph(coordinator, "08-verification");
        coordinator.locator("textarea[name=note]").fill("Bukti cukup, layak disahkan.");
        coordinator.locator("button[value=verify]").click();
        assertThat(told(coordinator)).isEqualTo("Laporan diteruskan.");

        Page head = browser.phone(TrialTeam.HEAD);
        photograph(head, "09-ratification-list-phone");
        head.locator("td.title a").first().click();
        photograph(head, "09-ratification-phone");
        assertThat(head.locator("h1").innerText()).isEqualTo("Webshell pada web-perizinan");
        head.locator("button[value=ratify]").click();
        assertThat(told(head)).isEqualTo("Laporan disahkan.");

        letter(analyst, number);
        documentsSayWhoSigned(number);
        theFolderHoldsEverything(number);
        theRecordsTellOfIt(number);
        auditorFindsTheChainWhole(number);
        screensOf(number);
        assertThat(browser.complaints()).isEmpty();
    }

    private static String take(Page analyst) {
        photograph(analyst, "03-candidates");
        analyst.locator("td.title a").first().click();
        String number = analyst.url().replaceAll(".*/", "");
        photograph(analyst, "03-case");
        analyst.locator("form[action$='/taking'] button").click();
        assertThat(told(analyst)).isEqualTo("Kasus ini sekarang Anda tangani.");
        return number;
    }

    /** Sixty of the machine, the newest of them written by an attacker; one of another machine. */
    private static void otherAlerts(Page analyst, String number) {
        List<byte[]> alerts = IntStream.range(0, ALERTS)
                .mapToObj(i -> alert("004", i, i == ALERTS - 1 ? Samples.HOSTILE : "sshd: percobaan " + i))
                .toList();
        house.broker.sendAll("path_it.alerts", "wazuh-1/004", alerts);
        house.broker.send("path_it.alerts", "wazuh-1/009", alert("009", 2 * ALERTS, "mesin lain"));
        analyst.navigate("/cases/" + number + "/alerts");
        Deadline.within(Duration.ofSeconds(20)).until("the logbook", () -> {
            analyst.reload();
            return analyst.locator("ol.logged li").count() == 50;
        });
        photograph(analyst, "03-alerts");
        assertThat(analyst.locator("ol.logged li").first().innerText())
                .contains("<script>alert(1)</script>", "[U+202E]");
        assertThat(analyst.locator("ol.logged").innerText())
                .contains("percobaan 58")
                .doesNotContain("mesin lain");
        analyst.locator("a[rel=next]").click();
        assertThat(analyst.locator("ol.logged li").count()).isEqualTo(ALERTS - 50);
        analyst.locator("nav.severities a", new Page.LocatorOptions().setHasText("203.0.113.9"))
                .click();
        assertThat(analyst.locator("ol.logged").innerText()).contains("mesin lain");
        analyst.locator(".back a").click();
        analyst.locator("#others ~ article ol.logged").waitFor();
        assertThat(analyst.locator("ol.alerts a").first().getAttribute("href"))
                .startsWith("https://wazuh.contoh.example/app/data-explorer/discover#?_g=(time:(from:'2026-11-02T01%3A")
                .contains("agent.id%3A%22004%22", "203.0.113.9");
        photograph(analyst, "03-case-with-alerts");
    }

    private static byte[] alert(String agent, int second, String description) {
        return new JsonMapper()
                .writeValueAsBytes(Map.of(
                        "timestamp", Samples.START.plusSeconds(second).toString(),
                        "manager", Map.of("name", "wazuh-1"),
                        "agent", Map.of("id", agent, "name", agent.equals("004") ? "web-01" : "web-09"),
                        "rule", Map.of("id", "5760", "level", 5, "description", description),
                        "data", Map.of("srcip", "203.0.113.9", "dstuser", "root"),
                        "full_log", description));
    }

    private static void describeAsset(Page analyst, String number) {
        analyst.navigate("/cases/" + number + "/asset");
        analyst.fill("#system", "Perizinan Daring");
        analyst.fill("#url", "https://perizinan.contoh.example");
        analyst.fill("#keeper", "Kepala Bidang Perizinan");
        analyst.fill("#pse", "Dinas Penanaman Modal dan PTSP");
        analyst.fill("#psePlace", "Contoh");
        analyst.selectOption("#criticality", "IMPORTANT");
        analyst.check("input[name=iiv]");
        analyst.check("input[name=personalData]");
        photograph(analyst, "04-asset");
        analyst.locator("form.sheet button").click();
        assertThat(analyst.locator(".clocks .legal").count()).isEqualTo(2);
        analyst.fill("#note", "Menghubungi OPD lewat telepon.");
        analyst.locator("form[action$='/notes'] button").click();
        analyst.navigate("/cases/" + number + "/analysis");
    }

    private static void analyse(Page analyst) {
        analyst.fill("#attackForm", "Unggah berkas php lewat formulir lampiran");
        analyst.fill("#scheme", "Unggah, panggil, jalankan perintah");
        analyst.fill("#cause", "Formulir tidak memeriksa jenis berkas");
        analyst.fill("#gap", "Folder unggahan boleh menjalankan skrip");
        analyst.fill("#mitigation", "Matikan eksekusi di folder unggahan");
        analyst.fill("#handling", "Vhost diisolasi, berkas diamankan. Sandi lama password=rahasia123");
        photograph(analyst, "04-analysis");
        analyst.locator("button[value=yes]").click();
        assertThat(told(analyst)).startsWith("Anomali dinyatakan ada");
    }

    private static void prove(Page analyst) {
        analyst.locator("input[name=verdict][value=FALSE_NEGATIVE]").check();
        analyst.fill("#reason", "Webshell menjawab perintah");
        analyst.locator("#verdict button").click();
        assertThat(analyst.locator("[role=alert]").innerText()).contains("sedikitnya satu hasil VA");

        analyst.fill("#tool", "Nuclei 3");
        analyst.fill("#target", "https://perizinan.contoh.example/unggah");
        analyst.fill("#cve", "CVE-2024-0001");
        analyst.fill("#cvss", "9.8");
        analyst.selectOption("#outcome", "PROVED");
        analyst.fill("#finding", "Unggah php diterima dan dapat dijalankan");
        analyst.locator("form[action$='/results'] button").click();
        analyst.setInputFiles(
                "#file",
                new FilePayload("bukti <b>.txt", "text/plain", "uid=33(www-data)".getBytes(StandardCharsets.UTF_8)));
        analyst.locator("form[action$='/proofs'] button").click();
        assertThat(told(analyst)).startsWith("Berkas tersimpan");
        analyst.setInputFiles("#file", new FilePayload("bukti.png", "image/png", new byte[] {0, 1, 2}));
        analyst.locator("form[action$='/proofs'] button").click();
        assertThat(analyst.locator("[role=alert]").innerText()).contains("Jenis berkas tidak diterima");

        analyst.locator("input[name=verdict][value=FALSE_NEGATIVE]").check();
        analyst.fill("#reason", "Webshell menjawab perintah");
        photograph(analyst, "05-assessment");
        analyst.locator("#verdict button").click();
        assertThat(told(analyst)).isEqualTo("Putusan tercatat.");
    }

    private static void report(Page analyst) {
        analyst.selectOption("#category", "WEB_SHELL");
        analyst.fill("#summary", "Penyerang mengunggah webshell dan menjalankan perintah di peladen perizinan.");
        analyst.check("input[name=integrity]");
        analyst.fill("#serviceImpact", "Layanan perizinan terhenti dua jam");
        analyst.fill("#dataImpact", "Belum terbukti ada data keluar; NIK 3503012345678901 terlihat di log");
        analyst.fill("#actions", "Vhost diisolasi");
        analyst.fill("#atOnce", "Tutup formulir unggahan");
        analyst.fill("#atOnceOwner", "DPMPTSP");
        analyst.fill("#atOnceDue", "2026-11-30");
        analyst.fill("#lessons", "Periksa jenis berkas di sisi peladen");
        photograph(analyst, "06-report");
        analyst.locator("button[value=send]").click();
        assertThat(told(analyst)).isEqualTo("Laporan terkirim.");
    }

    private static void letter(Page analyst, String number) {
        analyst.navigate("/letters");
        photograph(analyst, "10-letters");
        analyst.locator("td.title a").first().click();
        analyst.fill("#letterNumber", "500.12.10/77/406.020/2026");
        analyst.fill("#dated", "2026-11-30");
        analyst.locator("form.sheet button").click();
        keep("surat.pdf", fetch(TrialTeam.ANALYST, "/cases/" + number + "/letter/draft"));
        photograph(analyst, "10-letter");
        analyst.setInputFiles("#file", new FilePayload("surat-ttd.pdf", "application/pdf", PDF));
        analyst.locator("form[action$='/letter/signed'] button").click();
        assertThat(told(analyst)).startsWith("Surat bertanda tangan tersimpan");
        analyst.fill("#receivedBy", "Resepsionis DPMPTSP");
        analyst.locator("form[action$='/letter/reply'] button").click();
        photograph(analyst, "10-letter-answered");
        analyst.locator("button[value=close]").click();
        assertThat(told(analyst)).isEqualTo("Kasus selesai.");
    }

    private static void documentsSayWhoSigned(String number) throws IOException {
        byte[] form = fetch(TrialTeam.AUDITOR, "/cases/" + number + "/documents/incident-form");
        byte[] report = fetch(TrialTeam.AUDITOR, "/cases/" + number + "/documents/incident-report");
        keep("formulir.pdf", form);
        keep("laporan.pdf", report);
        String text = text(report);

        assertThat(text)
                .contains("PEMERINTAH KABUPATEN CONTOH", number, "FALSE NEGATIVE", "Webshell / pengambilalihan")
                .contains("Disusun oleh", "Diverifikasi oleh", "Disahkan oleh", "ani", "budi", "eka")
                .contains("CVE-2024-0001", "Dinas Penanaman Modal")
                .doesNotContain("rahasia123", "3503012345678901");
        assertThat(text(form)).contains("FORMULIR LAPORAN INSIDEN");
        assertThat(text(Files.readAllBytes(PHOTOS.resolve("surat.pdf"))))
                .contains("Yth.", "Kepala Dinas Penanaman Modal", "500.12.10/77/406.020/2026", "30 November 2026")
                .contains("Formulir Tindak Lanjut", "3x24 jam", "Tembusan");
    }

    private static void theFolderHoldsEverything(String number) throws IOException {
        byte[] zip = fetch(TrialTeam.AUDITOR, "/cases/" + number + "/folder");
        Map<String, byte[]> contents = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                contents.put(entry.getName(), in.readAllBytes());
            }
        }
        String manifest = new String(contents.remove("MANIFEST.txt"), StandardCharsets.UTF_8);

        assertThat(contents.keySet())
                .contains("kasus.json", "poc/1.text", "jurnal.txt", "dokumen/surat-pemberitahuan-v1-issue_letter.pdf")
                .contains(
                        "dokumen/laporan-insiden-siber-v3-ratify.pdf", "dokumen/formulir-laporan-insiden-v1-send.pdf");
        assertThat(manifest.lines()).hasSize(contents.size() + 1).first().isEqualTo("# TLP:AMBER");
        contents.forEach((name, content) ->
                assertThat(manifest).contains(id.kentongan.desk.assessment.Assessments.sha256(content) + "  " + name));
    }

    private static void theRecordsTellOfIt(String number) throws IOException {
        String today = LocalDate.now(ZoneId.of("Asia/Jakarta")).toString();
        byte[] notes = fetch(TrialTeam.AUDITOR, "/records/notes/" + today);
        byte[] activities = fetch(TrialTeam.AUDITOR, "/records/activities/" + today.substring(0, 7));
        keep("catatan.pdf", notes);
        keep("kegiatan.pdf", activities);

        assertThat(text(notes)).contains("CATATAN ANALISIS DATA LOG", number, "brute-force", "ani", "budi", "eka");
        assertThat(text(fetch(TrialTeam.AUDITOR, "/records/list/" + today)))
                .contains("DAFTAR SECURITY LOG ANALYSIS", number);
        assertThat(text(activities)).contains("DOKUMENTASI KEGIATAN", "Surat terbit", "PEMBUKTIAN");
        assertThat(new String(fetch(TrialTeam.AUDITOR, "/records/list/" + today + "/csv"), StandardCharsets.UTF_8))
                .contains("\"" + number + "\"", "FALSE NEGATIVE");
    }

    private static void auditorFindsTheChainWhole(String number) {
        Page auditor = browser.desktop(TrialTeam.AUDITOR);
        auditor.navigate("/journal?verify=true");
        photograph(auditor, "journal");
        assertThat(auditor.locator(".notice.good").innerText()).contains("Rantai utuh");
        assertThat(auditor.locator("table").innerText()).contains("RATIFY", "DIVERIFIKASI -> DISAHKAN", number);
        auditor.navigate("/archive");
        assertThat(auditor.locator("td.title").first().innerText()).contains("Webshell");
    }

    /** The rest of the screens, in the other language and on a phone. */
    private static void screensOf(String number) {
        Page phone = browser.phone(TrialTeam.ANALYST);
        phone.navigate("/candidates?lang=en");
        assertThat(TrialBrowser.tooWide(
                        phone,
                        "phone",
                        Stream.of("", "/analysis", "/assessment", "/report", "/letter", "/asset", "/verification")
                                .map(page -> "/cases/" + number + page)
                                .toList()))
                .isEmpty();
        Page administrator = browser.desktop(TrialTeam.ADMINISTRATOR);
        photograph(administrator, "people");
        administrator.locator("a[href='/people/eka']").click();
        photograph(administrator, "person");
        administrator.setViewportSize(390, 844);
        administrator.locator("form[action$='/invitation'] button").click();
        assertThat(administrator.locator(".notice.good code").innerText()).startsWith("/welcome/");
        assertThat((int) administrator.evaluate("document.documentElement.scrollWidth"))
                .as("the link fits a phone")
                .isEqualTo(390);
    }

    private static void send(String id, String title) {
        house.broker.send("path_it.cases", id, Samples.json(Samples.plain(id, 1, Severity.CRITICAL, title)));
        desk.logIn(TrialTeam.ANALYST, TrialTeam.password(TrialTeam.ANALYST));
        Deadline.within(Duration.ofSeconds(20))
                .until("the case", () -> desk.page("/candidates").text().contains(title));
    }

    private static byte[] fetch(String person, String path) {
        desk.logIn(person, TrialTeam.password(person));
        return desk.bytes(path);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\u200b", "").replaceAll("-\\s+(?=\\d)", "-");
        }
    }

    private static void keep(String name, byte[] content) {
        try {
            Files.write(PHOTOS.resolve(name), content);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
