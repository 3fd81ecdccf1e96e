package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kentongan.contracts.EntityKind;
import id.kentongan.contracts.Finding;
import id.kentongan.contracts.FindingMark;
import id.kentongan.contracts.RuleStanding;
import id.kentongan.contracts.RuleStatus;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What exceptions did and what rules were worth, from the job's own topics to the pages. */
class EffectIT {
    private static final String NAME = "effect_it";
    private static final String OWN = "192.0.2.250";
    private static final String OTHER = "198.51.100.7";
    private static final JsonMapper JSON = new JsonMapper();

    private static Instant now;
    private static TrialHouse house;
    private static Map<String, Object> settings;
    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException {
        now = Instant.now();
        house = TrialHouse.open();
        settings = TrialTeam.settings(house, NAME);
        house.broker.createTopic(NAME + ".findings");
        house.broker.createTopic(NAME + ".rule-status");
        desk = TrialDesk.start(settings);
        shelve();
        except();
        house.broker.sendAll(NAME + ".findings", "wazuh-1/004", told());
        stand();
        Deadline.within(Duration.ofSeconds(60)).until("all is read", EffectIT::allIsRead);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void thePageTellsWhatEachExceptionDidBesideItsEnd() {
        enter(TrialTeam.COORDINATOR);

        assertThat(sheet("x-own")).contains("2 temuan ditutupi pada 2 hari", "Berlaku sampai", "f-own", "f-yesterday");
        assertThat(sheet("x-own")).doesNotContain("f-raised", "f-window");
        assertThat(sheet("x-idle")).contains("Belum ada temuan", "Tidak menutupi apa pun selama 16 hari");
        assertThat(sheet("x-many")).contains("60 temuan ditutupi", "Menutupi sekitar 30 temuan sehari");
        assertThat(sheet("x-ended")).contains("Diakhiri", "1 temuan ditutupi pada 1 hari", "f-before");
        assertThat(sheet("x-expired")).contains("Habis masa berlaku", "Belum ada temuan");
    }

    @Test
    void theRuleThatWasMostOftenWrongStandsFirstAndOneNobodyDecidedOnIsToldApart() {
        enter(TrialTeam.RULE_AUTHOR);
        Document page = desk.page("/rules");

        assertThat(page.select("tbody tr").subList(0, 4).stream()
                        .map(row -> row.select(".mono").get(0).text()))
                .containsExactly("brute-force", "always-right", "unusual-behaviour", "undecided");
        assertThat(row(page, "brute-force"))
                .contains("50% bukan insiden", "Berlaku", " 2 / 2 ", "x-own 2 temuan", "3 dikecualikan");
        assertThat(row(page, "always-right")).contains("Selalu insiden nyata", "Tidak dikenal job");
        assertThat(row(page, "undecided")).contains("Belum ada putusan", "terbuka 1");
        assertThat(row(page, "unusual-behaviour"))
                .contains("Detektor", "dalam 1 / 1 kasus", "1 dikecualikan", "terbuka 1")
                .doesNotContain("Tidak dikenal job");
        assertThat(row(page, "broken")).contains("Ditolak", "rule.epl 3:14", "<b>salah</b>", "Tidak ada kasus");
        assertThat(page.text()).doesNotContain("forgotten");
        assertThat(desk.page(page.select("tbody tr a[href^=/archive]").first().attr("href"))
                        .select("td.title a"))
                .hasSize(2);
    }

    @Test
    void anAttackersTextIsShownAndDoesNothing() {
        enter(TrialTeam.ANALYST);

        for (String address : List.of("/rules", "/exceptions")) {
            Document page = desk.page(address);
            assertThat(page.text()).contains("<script>alert(1)</script>", "[U+202E]", "${7*7}");
            assertThat(page.select("main script, main img")).isEmpty();
        }
    }

    @Test
    void whatIsNoFindingIsKeptAndCounted() throws SQLException {
        assertThat(
                        text(
                                "select string_agg(distinct reason, ' ' order by reason) from inbox_refused where topic like '%findings'"))
                .isEqualTo("no-value not-a-finding");
        assertThat(
                        text(
                                "select string_agg(distinct reason, ' ' order by reason) from inbox_refused where topic like '%status'"))
                .isEqualTo("key-is-not-the-id not-a-rule-status");
        assertThat(desk.actuator("/prometheus").body())
                .containsPattern("kentongan_desk_told_refused_total\\{[^}]*kind=\"finding\"[^}]*} 2");
    }

    @Test
    void programsGetTheSame() {
        enter(TrialTeam.AUDITOR);
        desk.submit("/tokens", "/tokens", Map.of("purpose", "pengaruh"));
        String key = desk.page("/tokens").select("#token").text();

        JsonNode exceptions = JSON.readTree(
                desk.program("GET", "/api/v1/exceptions", key, Map.of()).body());
        JsonNode rules = JSON.readTree(
                desk.program("GET", "/api/v1/rules", key, Map.of()).body());

        JsonNode many = exceptions
                .valueStream()
                .filter(one -> one.path("id").asString().equals("x-many"))
                .findFirst()
                .orElseThrow();
        assertThat(many.path("effect").path("findings").asLong()).isEqualTo(60);
        assertThat(many.path("effect").path("newest")).hasSize(5);
        assertThat(many.path("remark").path("kind").asString()).isEqualTo("MANY");
        assertThat(many.path("until").asString()).endsWith("Z");
        assertThat(rules.get(0).path("slug").asString()).isEqualTo("brute-force");
        assertThat(rules.get(0).path("cases").path("falsePositive").asLong()).isEqualTo(1);
        assertThat(rules.get(0).path("standing").asString()).isEqualTo("DEPLOYED");
    }

    @Test
    void readAgainFromTheBeginningNothingChanges() throws SQLException {
        enter(TrialTeam.COORDINATOR);
        String before = desk.page("/exceptions").select("main").text();
        desk.close();
        run("update inbox_position set next_offset = 0, end_offset = null where topic like '%findings'");

        desk = TrialDesk.start(settings);
        Deadline.within(Duration.ofSeconds(60)).until("all is read again", EffectIT::allIsRead);

        enter(TrialTeam.COORDINATOR);
        assertThat(desk.page("/exceptions").select("main").text()).isEqualTo(before);
    }

    @Test
    void bothPagesFitTheDesktopAndAPhone() throws IOException {
        try (TrialBrowser browser = TrialBrowser.before(desk)) {
            Page author = browser.desktop(TrialTeam.COORDINATOR);
            for (String language : List.of("id", "en")) {
                for (String page : List.of("/rules", "/exceptions")) {
                    author.navigate(page + "?lang=" + language);
                    TrialBrowser.photograph(author, "effect" + page.replace('/', '-') + "-" + language);
                    assertThat((int) author.evaluate("document.documentElement.scrollWidth"))
                            .isLessThanOrEqualTo(1280);
                }
            }
            Page phone = browser.phone(TrialTeam.COORDINATOR);
            List<String> pages =
                    List.of("/rules?lang=id", "/exceptions?lang=id", "/rules?lang=en", "/exceptions?lang=en");
            assertThat(TrialBrowser.tooWide(phone, "effect-phone", pages)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static List<byte[]> told() {
        List<byte[]> told = new ArrayList<>();
        told.add(json(finding("f-own", "brute-force", OWN, 1, 2, FindingMark.EXCEPTED)));
        told.add(json(finding("f-own", "brute-force", OWN, 1, 3, FindingMark.EXCEPTED)));
        told.add(json(finding("f-yesterday", "brute-force", OWN, 40, 2, FindingMark.EXCEPTED)));
        told.add(json(finding("f-raised", "brute-force", OWN, 1, 2)));
        told.add(json(finding("f-window", Samples.HOSTILE, OWN, 1, 2, FindingMark.EXCEPTED)));
        told.add(json(finding("f-before", "brute-force", OTHER, 48, 2, FindingMark.EXCEPTED)));
        told.add(json(finding("f-signal", "unusual-behaviour", OTHER, 3, 1, FindingMark.EXCEPTED)));
        told.add(json(finding("f-hostile", "hostile", OWN, 1, 2, FindingMark.EXCEPTED)));
        IntStream.range(0, 60)
                .forEach(i -> told.add(json(finding("f-many-" + i, "noisy", OWN, 2, 1, FindingMark.EXCEPTED))));
        told.add(new byte[0]);
        told.add("{}".getBytes(StandardCharsets.UTF_8));
        return told;
    }

    private static Finding finding(
            String id, String rule, String address, int hoursAgo, long matches, FindingMark... marks) {
        Instant last = now.minus(Duration.ofHours(hoursAgo));
        String title = id.equals("f-hostile") ? Samples.HOSTILE : id;
        Finding sample = Samples.finding(id, title, Severity.MEDIUM);
        return new Finding(
                id,
                rule.substring(0, Math.min(200, rule.length())),
                sample.ruleSha256(),
                new Text(title, title),
                Severity.MEDIUM,
                EntityKind.AGENT,
                "wazuh-1/004",
                sample.asset(),
                last,
                last,
                matches,
                Map.of("5760", matches),
                sample.steps(),
                sample.reasons(),
                List.of(),
                List.of(Samples.evidence("a-" + id, last, "failure", address, "root", "x")),
                List.of(marks));
    }

    private static byte[] json(Finding finding) {
        return JSON.writeValueAsBytes(finding);
    }

    private static void stand() {
        stand("brute-force", RuleStanding.DEPLOYED);
        stand("broken", RuleStanding.REFUSED, "rule.epl 3:14 <b>salah</b> " + Samples.HOSTILE);
        stand("forgotten", RuleStanding.TRIAL);
        house.broker.send(NAME + ".rule-status", "forgotten", null);
        house.broker.send(NAME + ".rule-status", "x", "[]".getBytes(StandardCharsets.UTF_8));
        house.broker.send(NAME + ".rule-status", "y", status("z", RuleStanding.PAUSED));
    }

    private static void stand(String slug, RuleStanding standing, String... why) {
        house.broker.send(NAME + ".rule-status", slug, status(slug, standing, why));
    }

    private static byte[] status(String slug, RuleStanding standing, String... why) {
        return JSON.writeValueAsBytes(new RuleStatus(slug, "0", standing, List.of(why), now, null));
    }

    private static void shelve() throws SQLException {
        for (String id : List.of("c-false", "c-true", "c-right", "c-open")) {
            house.broker.send(NAME + ".cases", id, Samples.json(Samples.plain(id, 1, Severity.LOW, "Kasus " + id)));
        }
        Deadline.within(Duration.ofSeconds(30)).until("cases", () -> house.count(NAME, "case_course") == 4);
        run("update case_file set opened_at = now() - interval '1 day'");
        run("update case_file set rules = '{always-right}', search_text = 'x' where case_id = 'c-right'");
        run("update case_file set rules = '{undecided,unusual-behaviour}', search_text = 'x' where case_id = 'c-open'");
        run("""
                update case_course set closed_at = now(), stage = case case_id
                    when 'c-false' then 'CLOSED_FALSE_POSITIVE' else 'CLOSED_FALSE_NEGATIVE' end
                where case_id <> 'c-open'""");
    }

    private static void except() throws SQLException {
        except("x-own", "brute-force", OWN, "IN_FORCE", 10, 0);
        except("x-idle", "nothing-fires", OWN, "IN_FORCE", 16, 0);
        except("x-many", "noisy", OWN, "IN_FORCE", 2, 0);
        except("x-ended", "brute-force", OTHER, "ENDED", 10, 1);
        except("x-hostile", "hostile", OWN, "IN_FORCE", 3, 0);
        except("x-expired", "nothing-fires", OWN, "IN_FORCE", 30, 0);
        run("update finding_exception set until_at = now() - interval '3 days' where id = 'x-expired'");
    }

    private static void except(String id, String rule, String address, String state, int from, int decided)
            throws SQLException {
        run("""
                insert into finding_exception (id, case_id, rules, agent, source_ips, users, reason, days, state,
                    proposed_by, proposed_at, decided_by, decided_at, from_at, until_at)
                select '%s', 'c-false', '{%s}', 'wazuh-1/004', '{%s}', '{}', 'pemindai', 30, '%s', 'ani', now(), 'budi',
                    now() - interval '%d days', now() - interval '%d days', now() + interval '20 days'
                """.formatted(id, rule, address, state, decided, from));
    }

    private static boolean allIsRead() {
        try {
            return text("""
                    select count(*) from inbox_position where next_offset >= end_offset and end_offset >= case
                        when topic like '%findings' then 70 when topic like '%status' then 6 else 4 end""").equals("3");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String sheet(String id) {
        return desk.page("/exceptions").select("article.sheet").stream()
                .map(Element::text)
                .filter(one -> one.contains(" " + id + " "))
                .findFirst()
                .orElseThrow();
    }

    private static String row(Document page, String slug) {
        return page.select("tbody tr").stream()
                .filter(one -> one.select(".mono").first().text().equals(slug))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static void enter(String person) {
        desk.logIn(person, TrialTeam.password(person));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", NAME);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", NAME)) {
            TrialHouse.run(connection, sql);
        }
    }
}
