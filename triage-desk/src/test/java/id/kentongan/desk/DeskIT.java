package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Tactic;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static TrialHouse house;
    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        desk = TrialDesk.start(house.newDesk("desk_it"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void enter() {
        desk.logIn();
    }

    @Test
    void aCaseWrittenToKafkaAppearsOnThePageInBothLanguages() throws IOException {
        Path sample = Path.of(System.getProperty("kentongan.root"), "contracts/src/test/resources/samples/case-2.json");
        house.broker.send("desk_it.cases", "c-4f1d2a9be07c5533", Files.readAllBytes(sample));

        Document indonesian = desk.page(addressOf("Percobaan login paksa pada web-01"));
        Document english = desk.page(indonesian.selectFirst("a.tongue").attr("href"));

        assertThat(indonesian.selectFirst("h1").text()).isEqualTo("Percobaan login paksa pada web-01");
        assertThat(indonesian.selectFirst(".case-head").text()).contains("Sedang", "KTG-2026-0000", "versi 3");
        assertThat(indonesian.selectFirst(".fired").text())
                .contains("11 login gagal dari 203.0.113.9", "login gagal", "Aturan Wazuh 5760, level 5", "root")
                .contains("2 Nov 2026 08.14.31", "Failed password for root");
        assertThat(english.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(english.selectFirst(".case-head").text()).contains("Medium", "Brute force on web-01", "version 3");
        assertThat(indonesian
                        .selectFirst("section[aria-labelledby=completeness]")
                        .text())
                .contains("Tidak lengkap", "Berkas alert hilang sebelum terbaca", "2026/Nov/ossec-alerts-19.json");
        assertThat(english.text()).contains("Why this case fired", "2 Nov 2026 08:14:31", "(WIB)");
    }

    @Test
    void riskIsReadTermByTermAndTheEarlierCaseIsOneClickAway() {
        send("c-earlier", 1, "Kasus sebelumnya");
        house.broker.send(
                "desk_it.cases",
                "c-later",
                Samples.json(Samples.following(
                        "c-earlier",
                        "c-later",
                        Severity.LOW,
                        "Kasus lanjutan",
                        Samples.term("sudo pertama kali", 6.3),
                        Samples.term("jarang", 13.9))));

        Document page = desk.page(addressOf("Kasus lanjutan"));

        assertThat(page.selectFirst("section[aria-labelledby=risk] h2").text()).endsWith("20 bit");
        assertThat(page.select("section[aria-labelledby=risk] li").eachText())
                .containsExactly("web-01 jarang", "web-01 sudo pertama kali");
        assertThat(page.selectFirst(".notice a").attr("href")).isEqualTo(addressOf("Kasus sebelumnya"));
    }

    @Test
    void aCaseThatIsPartOfAnotherSaysSoAndKeepsItsOwnPage() {
        send("c-bigger", 1, "Kasus besar");
        house.broker.send(
                "desk_it.cases",
                "c-part",
                Samples.json(Samples.partOf(
                        "c-bigger",
                        "c-part",
                        Severity.LOW,
                        "Kasus bagian",
                        Tactic.INITIAL_ACCESS,
                        Tactic.CREDENTIAL_ACCESS)));

        Document page = desk.page(addressOf("Kasus bagian"));

        assertThat(page.selectFirst(".notice a").attr("href")).isEqualTo(addressOf("Kasus besar"));
        assertThat(page.select("ol.stages li").eachText()).containsExactly("Akses awal", "Pencurian kredensial");
    }

    @Test
    void theLanguageIsKeptUntilItIsSwitchedBack() {
        desk.page("/candidates?lang=en");

        assertThat(desk.page("/candidates").selectFirst("h1").text()).isEqualTo("Candidates");
        assertThat(desk.page("/candidates?lang=id").selectFirst("h1").text()).isEqualTo("Kandidat");
        assertThat(desk.page("/candidates").selectFirst("h1").text()).isEqualTo("Kandidat");
    }

    @Test
    void aNewerVersionReplacesAndAnOlderOneDoesNot() {
        send("c-v", 2, "Versi kedua");
        String address = addressOf("Versi kedua");

        send("c-v", 3, "Versi ketiga");
        listWith("Versi ketiga");
        send("c-v", 1, "Versi pertama");
        send("c-v-after", 1, "Sesudah versi");
        listWith("Sesudah versi");

        assertThat(desk.page(address).selectFirst("h1").text()).isEqualTo("Versi ketiga");
        assertThat(desk.page("/candidates?q=versi+kedua").select("tbody tr")).isEmpty();
        assertThat(desk.page("/candidates?q=versi+pertama").select("tbody tr")).isEmpty();
    }

    @Test
    void theSameVersionWithOtherContentRaisesAnAlarmAndTheFirstStays() {
        send("c-twice", 1, "Isi semula");
        send("c-twice", 1, "Isi semula");
        send("c-twice", 1, "Isi berbeda");
        send("c-twice-after", 1, "Sesudah bentrok");
        listWith("Sesudah bentrok");

        assertThat(listWith("Isi semula").text()).contains("Isi semula");
        assertThat(desk.page("/candidates?q=berbeda").select("tbody tr")).isEmpty();
        assertThat(metric("kentongan_desk_inbox_conflicts_total")).isEqualTo(1);
        assertThat(refused("version-conflict")).isEqualTo(1);
    }

    @Test
    void anUnreadableRecordIsKeptAndStopsNothing() {
        house.broker.send("desk_it.cases", "c-bad", "{\"id\": ".getBytes(StandardCharsets.UTF_8));
        house.broker.send("desk_it.cases", "c-gone", null);
        send("c-good", 1, "Sesudah yang rusak");
        listWith("Sesudah yang rusak");

        assertThat(refused("not-a-case")).isEqualTo(1);
        assertThat(refused("no-value")).isEqualTo(1);
        assertThat(metric("kentongan_desk_inbox_unreadable_total")).isEqualTo(2);
        assertThat(metric("kentongan_desk_cases{severity=\"low\"}")).isPositive();
    }

    @Test
    void hostileTextIsShownAsTextInEveryPlace() {
        house.broker.send("desk_it.cases", "c-hostile", Samples.json(Samples.hostile("c-hostile")));
        send("c-calm", 1, "Kasus tenang");
        Document calm = desk.page(addressOf("Kasus tenang"));
        Document list = desk.page("/candidates?q=gnp.exe");

        Document detail = desk.page(list.selectFirst("td.title a").attr("href"));

        for (Document page : new Document[] {list, detail}) {
            assertThat(page.select("script")).hasSize(1);
            assertThat(page.select("[onerror], main script, main svg, main iframe"))
                    .isEmpty();
            assertThat(page.text()).contains("<script>alert(1)</script>", "${7*7} [[${1}]] #{queue.title}", "[U+202E]");
            assertThat(page.wholeText().replaceAll("[\\n\\t\\r]", "").codePoints())
                    .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
        }
        assertThat(detail.select("main img")).isEmpty();
        assertThat(kinds(detail)).isSubsetOf(kindsAllowed(calm));
        assertThat(detail.selectFirst("section[aria-labelledby=supporting]").text())
                .contains("127.0.0.1 (seperti tercatat)");
        assertThat(calm.selectFirst("section[aria-labelledby=completeness]").text())
                .contains("Lengkap: semua alert");
        assertThat(detail.selectFirst(".fired details summary").text()).isEqualTo("6 alert di antaranya");
    }

    @Test
    void fiftyCasesStandOnAPageAndTheWorstStandFirst() {
        for (int i = 0; i < 53; i++) {
            send("c-page-" + i, 1, "Halaman uji " + i);
        }
        byte[] worst = Samples.json(Samples.plain("c-page-worst", 1, Severity.CRITICAL, "Halaman uji terparah"));
        house.broker.send("desk_it.cases", "c-page-worst", worst);
        listWith("Halaman uji terparah");

        Document first = desk.page("/candidates?q=halaman+uji");
        Document second = desk.page(first.selectFirst("nav.pages a[rel=next]").attr("href"));

        assertThat(first.select("table.cases tbody tr")).hasSize(50);
        assertThat(first.selectFirst("table.cases tbody tr").text()).contains("Kritis", "Halaman uji terparah");
        assertThat(second.select("table.cases tbody tr")).hasSize(4);
        assertThat(desk.page("/candidates?q=halaman+uji&severity=critical").select("table.cases tbody tr"))
                .hasSize(1);
    }

    @Test
    void theListStaysStillWhileNothingChanged() {
        Document page = desk.page("/candidates?q=tak-ada");
        String mark = page.selectFirst("#queue input[name=mark]").attr("value");

        assertThat(desk.get("/candidates/list?q=tak-ada&mark=" + mark).statusCode())
                .isEqualTo(204);
        assertThat(desk.get("/candidates/list?q=tak-ada&mark=0").statusCode()).isEqualTo(200);
        assertThat(page.text()).contains("Tidak ada kandidat yang cocok");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/candidates",
                "/candidates/list",
                "/cases/KTG-2026-000001",
                "/nothing",
                "/cases/KTG-2026-000001/news?version=1"
            })
    void everyPageAsksForALogin(String path) {
        desk.logIn(TrialDesk.NAME, "wrong password");

        HttpResponse<String> answer = desk.get(path);

        HttpResponse<String> part = desk.get(path, "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).hasValue("/login");
        assertThat(part.body()).isEmpty();
    }

    @Test
    void aWrongPasswordOrAMissingTokenLeadsNowhere() {
        assertThat(desk.logIn(TrialDesk.NAME, "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login?error"));
        assertThat(desk.logIn("nobody", "wrong").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login?error"));
        assertThat(desk.post("/login", Map.of("username", "sri", "password", TrialDesk.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyAnswerForbidsTheBrowserWhatThePageDoesNotNeed() {
        HttpResponse<String> page = desk.get("/candidates");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "data:", "*");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()");
        String session = desk.logIn(TrialDesk.NAME, TrialDesk.PASSWORD).headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("KENTONGAN_DESK="))
                .findFirst()
                .orElseThrow();
        assertThat(session).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void healthAndMetricsStandOnTheManagementPortAlone() {
        assertThat(desk.actuator("/health").body()).contains("\"status\":\"UP\"");
        assertThat(desk.actuator("/prometheus").statusCode()).isEqualTo(200);
        assertThat(desk.actuator("/env").statusCode()).isNotEqualTo(200);
        assertThat(desk.get("/actuator/health").statusCode()).isIn(302, 404);
        assertThat(desk.get("/actuator/prometheus").statusCode()).isIn(302, 404);
    }

    @Test
    void anUnknownCaseIsToldInWordsWithoutAStackTrace() {
        HttpResponse<String> answer = desk.get("/cases/KTG-2026-999999", "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Halaman tidak ditemukan").doesNotContain("Exception");
        assertThat(desk.get("/cases/%3Cscript%3E", "Accept", "text/html").statusCode())
                .isIn(400, 404);
    }

    private static void send(String id, long version, String title) {
        house.broker.send("desk_it.cases", id, Samples.json(Samples.plain(id, version, Severity.LOW, title)));
    }

    /** Waits until the list shows the title, and gives the list filtered by it. */
    private static Document listWith(String title) {
        String address = "/candidates?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8);
        Deadline.within(SOON)
                .until(
                        "list shows " + title,
                        () -> desk.page(address).select("td.title").text().contains(title));
        return desk.page(address);
    }

    private static String addressOf(String title) {
        return listWith(title).selectFirst("td.title a").attr("href");
    }

    private static double metric(String name) {
        return desk.actuator("/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static long refused(String reason) {
        try (var connection = house.postgres.as("desk", "desk_it");
                var query = connection.prepareStatement("select count(*) from inbox_refused where reason = ?")) {
            query.setString(1, reason);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Set<String> kinds(Document page) {
        return page.select("main *").stream().map(one -> one.tagName()).collect(Collectors.toSet());
    }

    /** The elements of a calm case, and those that only a longer or less complete one has. */
    private static Set<String> kindsAllowed(Document calm) {
        Set<String> kinds = kinds(calm);
        kinds.addAll(Set.of("details", "summary", "em", "b"));
        return kinds;
    }
}
