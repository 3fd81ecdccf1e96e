package id.kentongan.desk;

import static id.kentongan.desk.trial.TrialBrowser.photograph;
import static id.kentongan.desk.trial.TrialBrowser.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialBrowser;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A case that turns out to be none: from candidate to Laporan Kerja, and to the exception that keeps it away. */
class FalseAlarmPathIT {
    private static final String SCANNER = "192.0.2.250";

    private static TrialHouse house;
    private static TrialDesk desk;
    private static TrialBrowser browser;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        desk = TrialDesk.start(TrialTeam.settings(house, "false_it"));
        browser = TrialBrowser.before(desk);
    }

    @AfterAll
    static void close() {
        browser.close();
        desk.close();
    }

    @Test
    void aFalseAlarmBecomesAWorkReportAndAnExceptionThatTheCoordinatorApproves() throws IOException {
        send("c-alarm", "Pemindaian pada web-01");
        Page analyst = browser.desktop(TrialTeam.ANALYST);
        String number = inspect(analyst);
        prove(analyst);
        report(analyst);
        String exception = coordinate(browser.desktop(TrialTeam.COORDINATOR), number);

        Deadline.within(Duration.ofSeconds(20))
                .until(
                        "the job is told of the exception",
                        () -> exceptions().stream()
                                .anyMatch(one -> one.startsWith(exception + "={") && one.contains(SCANNER)));
        assertThat(house.broker.records("false_it.decisions"))
                .anyMatch(one -> one.startsWith("c-alarm=") && one.contains("\"FALSE_POSITIVE\""));
        theHeadReadsItAndHasNothingToSign(number);
        everyScreenFitsAPhone(number);
        assertThat(browser.complaints()).isEmpty();
    }

    private static String inspect(Page analyst) {
        analyst.locator("td.title a").first().click();
        String number = analyst.url().replaceAll(".*/", "");
        analyst.locator("form[action$='/taking'] button").click();
        analyst.fill("#attackForm", "Permintaan berurutan dari satu alamat");
        analyst.fill("#cause", "Pemindai kerentanan milik tim sendiri");
        analyst.locator("button[value=no]").click();
        assertThat(told(analyst)).contains("analisis ulang");
        photograph(analyst, "false-04-analysed-again");
        analyst.locator("form[action$='/taking'] button").click();
        assertThat(analyst.inputValue("#cause")).isEqualTo("Pemindai kerentanan milik tim sendiri");
        analyst.locator("button[value=yes]").click();
        return number;
    }

    private static void prove(Page analyst) {
        analyst.setInputFiles(
                "#file",
                new FilePayload("jadwal-va.txt", "text/plain", "VA 2 November".getBytes(StandardCharsets.UTF_8)));
        analyst.locator("form[action$='/proofs'] button").click();
        analyst.locator("input[name=verdict][value=FALSE_POSITIVE]").check();
        analyst.selectOption("#cause", "OWN_SCANNER");
        analyst.fill("#reason", "Alamat " + SCANNER + " adalah pemindai tim");
        photograph(analyst, "false-05-assessment");
        analyst.locator("#verdict button").click();
        assertThat(told(analyst)).isEqualTo("Putusan tercatat.");
    }

    private static void report(Page analyst) {
        assertThat(analyst.locator("form.sheet h2").innerText()).isEqualTo("Laporan Kerja");
        analyst.fill("#summary", "Bukan insiden: pemindaian terjadwal oleh tim sendiri.");
        analyst.fill("#atOnce", "Kecualikan alamat pemindai selama jadwal VA");
        photograph(analyst, "false-06-work-report");
        analyst.locator("button[value=send]").click();
        assertThat(told(analyst)).isEqualTo("Laporan terkirim.");
    }

    /** Gives the exception's id. */
    private static String coordinate(Page coordinator, String number) {
        photograph(coordinator, "false-08-list");
        coordinator.locator("td.title a").first().click();
        assertThat(coordinator.locator("button[value=verify]").count()).isZero();
        coordinator.locator("textarea[name=note]").fill("Sesuai jadwal VA.");
        photograph(coordinator, "false-08-work-report");
        coordinator.locator("button[value=acknowledge]").click();
        assertThat(told(coordinator)).isEqualTo("Laporan diteruskan.");

        coordinator.navigate("/exceptions");
        String exception =
                coordinator.locator("article.sheet .over .mono").first().innerText();
        assertThat(coordinator.locator("article.sheet").innerText())
                .contains("brute-force", SCANNER, number, "pemindai tim");
        coordinator.fill("#days-" + exception, "14");
        photograph(coordinator, "false-exception-proposed");
        coordinator.locator("button[value=approve]").click();
        photograph(coordinator, "false-exception-in-force");
        assertThat(coordinator.locator("article.sheet button[value=end]").count())
                .isEqualTo(1);
        return exception;
    }

    private static void theHeadReadsItAndHasNothingToSign(String number) throws IOException {
        Page head = browser.phone(TrialTeam.HEAD);
        assertThat(head.locator("td.title a").count()).isZero();
        head.navigate("/archive");
        assertThat(head.locator("td.title").first().innerText()).contains("Pemindaian");
        head.navigate("/cases/" + number + "/ratification");
        assertThat(head.locator("button[value=ratify]").count()).isZero();
        desk.logIn(TrialTeam.HEAD, TrialTeam.password(TrialTeam.HEAD));
        byte[] pdf = desk.bytes("/cases/" + number + "/documents/work-report");
        Files.write(TrialBrowser.PHOTOS.resolve("laporan-kerja.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("LAPORAN KERJA", number, "FALSE POSITIVE", "Pemindai sendiri", "Diketahui oleh", "budi");
        }
    }

    private static void everyScreenFitsAPhone(String number) {
        Page phone = browser.phone(TrialTeam.COORDINATOR);
        phone.navigate("/candidates?lang=en");
        List<String> pages = List.of(
                "/exceptions",
                "/archive",
                "/board",
                "/records",
                "/duty",
                "/tokens",
                "/cases/" + number + "/alerts",
                "/cases/" + number,
                "/cases/" + number + "/assessment",
                "/cases/" + number + "/report",
                "/cases/" + number + "/verification");
        assertThat(TrialBrowser.tooWide(phone, "false-phone", pages)).isEmpty();
        assertThat(phone.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    private static List<String> exceptions() {
        return house.broker.records("false_it.exceptions");
    }

    private static void send(String id, String title) {
        Case content = Samples.of(
                id,
                1,
                Severity.MEDIUM,
                new Text(title, "Scan of web-01"),
                List.of(Samples.finding(
                        "f-" + id,
                        title,
                        Severity.MEDIUM,
                        Samples.evidence(
                                "a-" + id, Samples.START, "failure", SCANNER, "root", "Failed password for root"))),
                List.of());
        house.broker.send("false_it.cases", id, Samples.json(content));
        desk.logIn(TrialTeam.ANALYST, TrialTeam.password(TrialTeam.ANALYST));
        Deadline.within(Duration.ofSeconds(20))
                .until("the case", () -> desk.page("/candidates").text().contains(title));
    }
}
