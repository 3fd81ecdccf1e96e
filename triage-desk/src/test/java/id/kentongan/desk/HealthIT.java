package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kentongan.contracts.AlertHeader;
import id.kentongan.contracts.Gap;
import id.kentongan.contracts.GapReason;
import id.kentongan.contracts.LedgerRecord;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.SourceRecord;
import id.kentongan.contracts.Topic;
import id.kentongan.desk.settings.DeskSettings;
import id.kentongan.desk.trial.Barriers;
import id.kentongan.desk.trial.DeskOfCases;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialBroker;
import id.kentongan.desk.trial.TrialBrowser;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is known of the data, from the topics to the page; and the page of the settings, which tells no secret. */
class HealthIT {
    private static final String NAME = "health_it";
    private static final JsonMapper JSON = new JsonMapper();

    private static Instant now;
    private static DeskOfCases cases;
    private static TrialBroker broker;

    @BeforeAll
    static void open() throws IOException, SQLException {
        now = Instant.now();
        TrialHouse house = TrialHouse.open();
        broker = house.broker;
        for (Topic topic : List.of(
                Topic.ALERTS, Topic.ALERTS_REJECTED, Topic.SOURCES, Topic.LEDGER, Topic.FINDINGS, Topic.RULE_STATUS)) {
            broker.createTopic(named(topic));
        }
        cases = DeskOfCases.open(NAME, settings(house));
        tell();
        sendCase(gap("g-3", Duration.ofDays(2), GapReason.LOST_IN_TOPIC), endless());
        DeskOfCases.until("all is read", HealthIT::allIsRead);
        cases.run("update source_heard set beat_at = now() - interval '20 minutes' where source = 'diam'");
    }

    @AfterAll
    static void close() {
        cases.close();
    }

    @Test
    void thePageTellsWhatIsMissingSinceWhenAndWhatIsNotKnown() {
        enter(TrialTeam.ANALYST);
        Document page = cases.desk().page("/data-health");

        assertThat(page.select("#wholeness").text())
                .startsWith("Data tidak lengkap")
                .contains("Sumber \"diam\" diam sejak", "Sumber \"belum\" belum pernah terdengar.")
                .contains("Celah pada sumber \"hidup\"", "Berkas alert hilang sebelum terbaca.")
                .contains("Sumber \"galat\" melaporkan gangguan: <b>penuh</b>")
                .doesNotContain("Sumber \"hidup\"", "purna", "topik", "Job korelasi");
        assertThat(row(page, "hidup")).contains("Hidup").doesNotContain("belum diketahui");
        assertThat(row(page, "diam")).contains("Diam", "belum diketahui belum diketahui belum diketahui");
        assertThat(row(page, "belum")).contains("file host-1 Belum pernah terdengar belum diketahui");
        assertThat(row(page, "purna")).contains("Berhenti dengan sengaja");
        assertThat(page.text())
                .contains(
                        "3 celah dalam 90 hari",
                        "Hilang di antara forwarder dan job",
                        "Job korelasi (alerts) Berjalan",
                        "Semua keputusan, surel, dan webhook");
        assertThat(page.select("article:contains(Versi kasus terbaru)").text()).doesNotContain("belum ada");
        assertThat(page.text()).doesNotContain("refused-by-database");
    }

    @Test
    void whatWasRefusedIsCountedByReasonOnceForEachLineAndShownHarmless() {
        enter(TrialTeam.ANALYST);
        Document page = cases.desk().page("/data-health");

        assertThat(page.select("article:contains(Baris yang ditolak) li").eachText())
                .contains("2 not-json", "1 over-long", "1 unknown")
                .anyMatch(one -> one.contains("<script>alert(1)</script>") && one.contains("[U+202E]"));
        assertThat(page.select("article:contains(Catatan yang ditolak meja) li").eachText())
                .contains("1 not-a-ledger health_it.ledger", "1 bad-time health_it.ledger");
        assertThat(page.select("#health script, #health img")).isEmpty();
        assertThat(page.select("code.excerpt").eachText()).allMatch(one -> one.length() <= 201);
    }

    @Test
    void thePartThatRefreshesItselfStandsStillWhileNothingChanges() {
        enter(TrialTeam.HEAD);
        DeskOfCases.until("a mark that holds", () -> {
            String mark = cases.desk()
                    .page("/data-health/now")
                    .select("input[name=mark]")
                    .attr("value");
            return cases.desk().get("/data-health/now?mark=" + mark).statusCode() == 204;
        });

        assertThat(cases.desk().get("/data-health/now?mark=0").statusCode()).isEqualTo(200);
    }

    @Test
    void everySettingIsShownAndNoSecret() {
        enter(TrialTeam.AUDITOR);
        Document page = cases.desk().page("/settings");

        assertThat(DeskSettings.KEYS)
                .allSatisfy(key -> assertThat(page.getElementById(DeskSettings.PREFIX + key))
                        .as(key)
                        .isNotNull());
        assertThat(page.getElementById("kentongan.desk.webhooks").text()).contains("hook.example", "diatur");
        assertThat(page.getElementById("kentongan.desk.iris-key-file").text()).contains("terpasang", "health-key");
        assertThat(page.getElementById("kentongan.desk.mail-password-file").text())
                .contains("tidak terpasang", "tidak diatur");
        assertThat(page.getElementById("kentongan.desk.logbook-days").text()).contains("7 hari", "bawaan");
        assertThat(page.getElementById("server.servlet.session.timeout").text()).contains("30m", "bawaan");
        assertThat(page.text())
                .contains("DINAS KOMUNIKASI DAN INFORMATIKA", "500.12.10/......../406.020/", "Senin 07.30–12.00")
                .doesNotContain("kunci-hook", "kunci-iris", "bot1");
    }

    @Test
    void bothPagesFitOnDesktopAndPhoneInBothLanguages() throws IOException {
        try (TrialBrowser browser = TrialBrowser.before(cases.desk())) {
            List<String> pages =
                    List.of("/data-health?lang=id", "/settings?lang=id", "/data-health?lang=en", "/settings?lang=en");
            Page desktop = browser.desktop(TrialTeam.AUDITOR);
            for (String page : pages) {
                desktop.navigate(page);
                TrialBrowser.photograph(desktop, "health" + page.replaceAll("\\W+", "-"));
                assertThat((int) desktop.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(1280);
            }
            assertThat(TrialBrowser.tooWide(browser.phone(TrialTeam.AUDITOR), "health-phone", pages))
                    .isEmpty();
            assertThat(Barriers.on(desktop, List.of("/data-health"))).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Map<String, Object> settings(TrialHouse house) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("kentongan.desk.webhooks", "https://hook.example/bot1:kunci-hook");
        settings.put("kentongan.desk.iris-address", "https://iris.example");
        settings.put("kentongan.desk.iris-key-file", house.file("health-key", "kunci-iris\n"));
        return settings;
    }

    private static void tell() {
        broker.heartbeat(named(Topic.ALERTS), "hidup");
        broker.heartbeat(named(Topic.ALERTS), "galat");
        broker.heartbeat(named(Topic.ALERTS), "diam");
        broker.note(Topic.JOB_GROUP, named(Topic.ALERTS), 2);
        entry("belum", false);
        entry("purna", true);
        ledger(
                "hidup",
                null,
                gap("g-1", Duration.ofHours(1), GapReason.FILE_LOST),
                gap("g-2", Duration.ofDays(40), GapReason.FILE_LOST));
        ledger("galat", "<b>penuh</b>");
        broker.send(named(Topic.LEDGER), "x", "[]".getBytes(StandardCharsets.UTF_8));
        broker.send(
                named(Topic.LEDGER),
                "y",
                JSON.writeValueAsBytes(new LedgerRecord(
                        "y", "file", now, 1, Instant.MAX, 0, 0, 0, Map.of(), 0, null, null, null, 0, List.of())));
        reject("not-json", Samples.HOSTILE, Map.of());
        reject("not-json", "x".repeat(5000), Map.of(AlertHeader.WHERE, "alerts/0/17"));
        reject("over-long", "a", Map.of(AlertHeader.PIECE, "1/2"));
        reject("over-long", "b", Map.of(AlertHeader.PIECE, "2/2"));
        reject("<i>Sebab</i>", "c", Map.of());
    }

    private static void entry(String source, boolean retired) {
        SourceRecord entry = new SourceRecord(source, "host-1", "file", 0, now, retired);
        broker.send(named(Topic.SOURCES), source, JSON.writeValueAsBytes(entry));
    }

    private static void ledger(String source, @Nullable String trouble, Gap... gaps) {
        LedgerRecord ledger = new LedgerRecord(
                source, "file", now, 1, now, 10, 8, 2, Map.of(), 0, now, now, trouble, gaps.length, List.of(gaps));
        broker.send(named(Topic.LEDGER), source, JSON.writeValueAsBytes(ledger));
    }

    private static Gap gap(String id, Duration ago, GapReason reason) {
        Instant end = now.minus(ago);
        return new Gap(id, "hidup", null, reason, end.minusSeconds(600), end, -1, "alerts.json");
    }

    /** No database holds its end; the case must come all the same. */
    private static Gap endless() {
        return new Gap("g-4", "hidup", null, GapReason.LOST_IN_TOPIC, now, Instant.MAX, -1, "");
    }

    private static void sendCase(Gap... gaps) {
        ObjectNode json = (ObjectNode) JSON.readTree(Samples.json(Samples.plain("c-health", 1, Severity.LOW, "Kasus")));
        json.set("gaps", JSON.valueToTree(List.of(gaps)));
        broker.send(named(Topic.CASES), "c-health", JSON.writeValueAsBytes(json));
    }

    private static void reject(String reason, String line, Map<AlertHeader, String> more) {
        broker.rejected(named(Topic.ALERTS_REJECTED), "hidup", reason, line.getBytes(StandardCharsets.UTF_8), more);
    }

    private static boolean allIsRead() {
        try {
            return cases.text("""
                    select (select count(*) from inbox_position where next_offset >= end_offset and end_offset >= case topic
                            when 'health_it.alerts' then 3 when 'health_it.sources' then 2 when 'health_it.ledger' then 4
                            when 'health_it.alerts.rejected' then 5 when 'health_it.cases' then 1 else 0 end)
                        + (select count(*) from job_progress) + (select count(*) from source_heard)
                    """).equals("11");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String row(Document page, String source) {
        return page.select("table tr:has(b.mono)").stream()
                .filter(one -> one.select("b.mono").text().equals(source))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static void enter(String person) {
        cases.desk().logIn(person, TrialTeam.password(person));
    }

    private static String named(Topic topic) {
        return topic.named(NAME + ".");
    }
}
