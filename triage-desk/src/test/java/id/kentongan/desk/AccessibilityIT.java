package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.casefile.StageName;
import id.kentongan.desk.trial.Barriers;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialBrowser;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of page without a barrier that axe knows, and the head's work done without a mouse. */
class AccessibilityIT {
    private static final String NAME = "access_it";

    private static final Map<StageName, String> CASES = new EnumMap<>(StageName.class);

    private static TrialHouse house;
    private static TrialDesk desk;
    private static TrialBrowser browser;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        desk = TrialDesk.start(TrialTeam.settings(house, NAME));
        shelve();
        browser = TrialBrowser.before(desk);
    }

    @AfterAll
    static void close() {
        browser.close();
        desk.close();
    }

    @Test
    void noPageOfTheAnalystHasABarrier() {
        List<String> pages = new ArrayList<>(List.of(
                "/candidates",
                "/candidates?q=tidakada",
                "/mine",
                "/board",
                "/verification",
                "/letters",
                "/archive",
                "/exceptions",
                "/rules",
                "/duty",
                "/data-health",
                "/records",
                "/second-factor",
                "/tokens",
                "/cases/new",
                "/cases/KTG-2026-999999"));
        CASES.values().forEach(number -> pages.add("/cases/" + number));
        pages.add(of(StageName.CANDIDATE) + "/alerts");
        pages.add(of(StageName.ANALYSIS) + "/analysis");
        pages.add(of(StageName.ANALYSIS) + "/asset");
        pages.add(of(StageName.PROVING) + "/assessment");
        pages.add(of(StageName.WORK_REPORT) + "/report");
        pages.add(of(StageName.INCIDENT_REPORT) + "/report");
        pages.add(of(StageName.RATIFIED) + "/letter");
        pages.add(of(StageName.FOLLOW_UP) + "/letter");

        assertThat(Barriers.on(browser.desktop(TrialTeam.ANALYST), pages)).isEmpty();
    }

    @Test
    void noPageOfTheOthersHasABarrier() {
        List<String> found = new ArrayList<>();
        found.addAll(Barriers.on(browser.stranger(), List.of("/login", "/login?error", "/welcome/unknown")));
        found.addAll(Barriers.on(
                browser.desktop(TrialTeam.COORDINATOR),
                List.of(
                        "/verification",
                        "/ratification",
                        of(StageName.SENT) + "/verification",
                        of(StageName.NO_ANOMALY),
                        "/duty",
                        "/exceptions")));
        found.addAll(Barriers.on(
                browser.desktop(TrialTeam.HEAD), List.of("/ratification", of(StageName.VERIFIED) + "/ratification")));
        found.addAll(
                Barriers.on(browser.desktop(TrialTeam.ADMINISTRATOR), List.of("/people", "/people/eka", "/settings")));
        found.addAll(Barriers.on(browser.desktop(TrialTeam.AUDITOR), List.of("/journal", "/journal?verify=true")));

        assertThat(found).isEmpty();
    }

    @Test
    void theFiguresStandBelowTheListsAndFoldAwayOnAPhone() {
        List<String> tooWide = new ArrayList<>();
        for (String language : List.of("id", "en")) {
            for (String page : List.of("/verification", "/ratification")) {
                Page wide = browser.desktop(page.equals("/ratification") ? TrialTeam.HEAD : TrialTeam.COORDINATOR);
                wide.navigate(page + "?lang=" + language);
                TrialBrowser.photograph(wide, "figures" + page.replace('/', '-') + "-" + language);
                assertThat(wide.locator(".figures table").first().isVisible()).isTrue();
            }
            Page phone = browser.phone(TrialTeam.HEAD);
            phone.navigate("/ratification?lang=" + language);
            assertThat(phone.locator(".figures table").first().isVisible()).isFalse();
            phone.locator("label[for=month-fold]").click();
            assertThat(phone.locator(".figures table").first().isVisible()).isTrue();
            TrialBrowser.photograph(phone, "figures-phone-" + language);
            tooWide.addAll(TrialBrowser.tooWide(
                    phone,
                    "figures-fit-" + language,
                    List.of("/ratification", of(StageName.VERIFIED) + "/ratification")));
        }

        assertThat(tooWide).isEmpty();
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        assertThat(desk.page("/verification").select(".figures tbody tr").eachText())
                .as("what falls due today depends on the hour")
                .anyMatch(row -> row.matches("ani \\d+ 1 \\d+"))
                .anyMatch(row -> row.matches("Menunggu koordinator 2 0 \\d"))
                .contains("agus 0 0 0");
        assertThat(desk.page("/verification").select(".shares").text()).contains("bukan insiden");
        desk.logIn(TrialTeam.RULE_AUTHOR, TrialTeam.password(TrialTeam.RULE_AUTHOR));
        assertThat(desk.page("/verification").select(".figures")).isEmpty();
        assertThat(desk.page("/ratification").select(".figures")).isEmpty();
    }

    @Test
    void theHeadRatifiesWithTheKeyboardAlone() {
        Page head = browser.desktop(TrialTeam.HEAD);
        head.navigate("/ratification");
        head.keyboard().press("Tab");
        assertThat((String) head.evaluate("document.activeElement.className")).isEqualTo("skip");
        assertThat(seen(head)).as("the skip link shows itself").isTrue();
        head.keyboard().press("Enter");
        go(head, "#queue td.title a");
        head.keyboard().press("Enter");
        head.waitForURL("**/ratification");
        go(head, "button[value=ratify]");
        head.keyboard().press("Enter");
        head.locator("[role=status].good").waitFor();

        assertThat(TrialBrowser.told(head)).isEqualTo("Laporan disahkan.");
    }

    /** Tab after Tab, each place seen to have the focus. */
    private static void go(Page page, String place) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            assertThat(seen(page)).as("focus on %s", focused(page)).isTrue();
            if ((boolean) page.evaluate("place => document.activeElement.matches(place)", place)) {
                return;
            }
        }
        throw new AssertionError("expected to come to " + place + " by keyboard");
    }

    private static boolean seen(Page page) {
        return (boolean) page.evaluate("""
                () => {
                  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
                  return box.width > 1 && box.top >= 0 && box.bottom <= innerHeight + 1
                    && ((style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1) || style.boxShadow !== 'none');
                }""");
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.outerHTML.slice(0, 120)");
    }

    private static String of(StageName stage) {
        return "/cases/" + CASES.get(stage);
    }

    /** A case in each stage, each with two findings; those of one machine are like each other. */
    private static void shelve() throws SQLException {
        for (StageName stage : StageName.values()) {
            String id = "c-" + stage;
            Text title = new Text("Kasus " + stage.sop(), "Case " + stage.name());
            house.broker.send(
                    NAME + ".cases",
                    id,
                    Samples.json(Samples.of(
                            id,
                            1,
                            severity(stage),
                            title,
                            List.of(
                                    Samples.finding(
                                            "f-" + id,
                                            "Tebak sandi",
                                            Severity.HIGH,
                                            Samples.evidence("a-" + id, Samples.START, "failure")),
                                    Samples.finding(
                                            "g-" + id,
                                            "Webshell",
                                            Severity.LOW,
                                            Samples.evidence("b-" + id, Samples.START, "failure"))),
                            List.of(Samples.evidence("s-" + id, Samples.START, "failure")))));
        }
        try (Connection connection = house.postgres.as("desk", NAME)) {
            Deadline.within(Duration.ofSeconds(30))
                    .until("all cases", () -> numbers(connection).size() == StageName.values().length);
            numbers(connection).forEach((id, number) -> CASES.put(StageName.valueOf(id.substring(2)), number));
            TrialHouse.run(connection, """
                    update case_course set stage = substring(case_id from 3), owner = 'ani', author = 'ani',
                        verifier = 'budi', discovered_at = now()
                    where case_id <> 'c-CANDIDATE'
                    """);
            TrialHouse.run(connection, """
                    insert into case_waiting (case_id, stage, reason, asked, begun_by, from_at)
                    values ('c-PROVING', 'PROVING', 'ACCESS', 'Minta akun uji lewat surat', 'ani', now())
                    """);
            TrialHouse.run(connection, """
                    update case_course set closed_at = now()
                    where stage like 'CLOSED%' or stage in ('NO_ANOMALY', 'MERGED')
                    """);
            TrialHouse.run(connection, """
                    update case_course set due_at = now() - interval '2 hours' where stage in ('PROVING', 'VERIFIED')
                    """);
        }
    }

    private static Severity severity(StageName stage) {
        if (stage.closed()) {
            return Severity.LOW;
        }
        return stage.mayWait() ? Severity.CRITICAL : stage.step() < 9 ? Severity.HIGH : Severity.MEDIUM;
    }

    private static Map<String, String> numbers(Connection connection) {
        Map<String, String> numbers = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select case_id, number from case_file")) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return numbers;
    }
}
