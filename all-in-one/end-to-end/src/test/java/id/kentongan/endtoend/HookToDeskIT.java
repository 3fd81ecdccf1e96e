package id.kentongan.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A line that Wazuh's integrator hands to the hook ends as a row on the desk's page. */
class HookToDeskIT {
    private static final Path ROOT = Path.of(System.getProperty("kentongan.root"));
    private static final Path DATA = ROOT.resolve("all-in-one/end-to-end/target/instances/hook");

    @Test
    void anAlertGivenToTheHookEndsAsARowOnTheDesk() throws Exception {
        Fresh.folder(DATA);
        own("desk", "kentongan.desk.public-address=https://meja.example\n");
        own("job", "scopes=kota=wazuh-1/\n");
        try (RunningInstance instance = RunningInstance.up(DATA, "--no-demo", "--hook-delay", "PT1S");
                DeskInBrowser desk = DeskInBrowser.login(instance.deskUrl(), instance.login())) {
            hook(alert(), instance.data().resolve("spool/alerts.spool"));

            Locator row = desk.page()
                    .getByText("Percobaan login paksa pada web-perizinan")
                    .first();
            row.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            desk.photograph(DATA.resolveSibling("hook-list.png"));
            row.click();
            desk.page().getByText("<script>alert(1)</script>").first().waitFor();
            desk.photograph(DATA.resolveSibling("hook-detail.png"));

            assertThat(desk.page().locator("main script").count()).isZero();
            assertThat(instance.cases()).hasSize(1);
            whatTheOfficeSetHolds(instance, desk);
            theDataIsSeenToBeWhole(instance, desk);
        }
    }

    private static void own(String part, String settings) throws IOException {
        Path folder = Files.createDirectories(DATA.resolve("settings"));
        Files.writeString(folder.resolve(part + ".properties"), settings);
    }

    private static void whatTheOfficeSetHolds(RunningInstance instance, DeskInBrowser desk) throws IOException {
        desk.page().navigate(instance.deskUrl() + "/settings");
        desk.page().getByText("https://meja.example").first().waitFor();
        assertThat(Files.readString(DATA.resolve("run/job.properties"))).contains("scopes=kota\\=wazuh-1/");
    }

    /** Of the real job and the real forwarder; the page renews itself. */
    private static void theDataIsSeenToBeWhole(RunningInstance instance, DeskInBrowser desk) throws IOException {
        desk.page().navigate(instance.deskUrl() + "/data-health");
        desk.page().getByText("Data lengkap").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        desk.photograph(DATA.resolveSibling("hook-health.png"));
    }

    /** As integratord calls it: the alert in a file, then api_key, hook_url, options and the rest by position. */
    private static void hook(String alert, Path spool) throws IOException, InterruptedException {
        Path file = Files.createTempFile(DATA, "custom-kentongan-", ".alert");
        Files.writeString(file, alert + "\n");
        Path hook = ROOT.resolve("wazuh-integration/hook/custom-kentongan");
        Process called = new ProcessBuilder(
                        "sh",
                        hook.toString(),
                        file.toString(),
                        "",
                        spool.toString(),
                        "",
                        "",
                        "10",
                        "3",
                        "> /dev/null 2>&1")
                .start();
        assertThat(called.waitFor()).isZero();
    }

    /** A composite brute-force alert of this very moment, with an attacker's words in the log line. */
    private static String alert() {
        String now = ZonedDateTime.now(ZoneId.of("Asia/Jakarta"))
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT));
        return """
                {"timestamp":"%s","rule":{"level":10,"description":"sshd: brute force trying to get access to the system. \
                Authentication failed.","id":"5763","frequency":8,"firedtimes":1,"mail":false,"groups":["syslog","sshd",\
                "authentication_failures"]},"agent":{"id":"004","name":"web-perizinan","ip":"192.0.2.14"},\
                "manager":{"name":"wazuh-1"},"id":"1793582071.4411","full_log":"Failed password for <script>alert(1)</script> \
                from 203.0.113.9 port 40022 ssh2","decoder":{"parent":"sshd","name":"sshd"},"data":{"srcip":"203.0.113.9",\
                "srcport":"40022","dstuser":"root"},"location":"/var/log/auth.log"}""".formatted(now);
    }
}
