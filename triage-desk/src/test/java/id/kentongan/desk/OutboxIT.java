package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Case;
import id.kentongan.contracts.Severity;
import id.kentongan.contracts.Text;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialMailbox;
import id.kentongan.desk.trial.TrialReceiver;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves the desk: decisions for the job, messages for people; and the way of a false alarm. */
class OutboxIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static TrialHouse house;
    private static TrialReceiver hook;
    private static TrialMailbox mailbox;
    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        hook = TrialReceiver.refusingFirst(1);
        mailbox = TrialMailbox.open();
        Map<String, Object> settings = TrialTeam.settings(house, "outbox_it");
        settings.put("kentongan.desk.webhooks", hook.address());
        settings.put("kentongan.desk.bundle-minutes", 0);
        settings.put("kentongan.desk.mail-host", "127.0.0.1");
        settings.put("kentongan.desk.mail-port", mailbox.port());
        settings.put("kentongan.desk.mail-from", "kentongan@contoh.example");
        settings.put("kentongan.desk.public-address", "https://desk.contoh.example");
        desk = TrialDesk.start(settings);
        run("update person set mail = name || '@contoh.example'");
    }

    @AfterAll
    static void close() {
        desk.close();
        hook.close();
        mailbox.close();
    }

    @Test
    void aGraveCaseCallsTheAnalystsOnceAndAgainOnlyWhenItBecomesWorse() {
        Instant now = Instant.now();
        send(Samples.seenLast(now, "c-old", 1, Severity.CRITICAL, "Kasus lama"), now.minus(Duration.ofDays(3)));
        send(Samples.seenLast(now, "c-grave", 1, Severity.HIGH, "Kasus gawat"), now);
        send(Samples.seenLast(now, "c-grave", 2, Severity.HIGH, "Kasus gawat"), now);
        send(Samples.seenLast(now, "c-grave", 3, Severity.CRITICAL, "Kasus gawat"), now);
        send(Samples.seenLast(now, "c-light", 1, Severity.MEDIUM, "Kasus ringan"), now);

        until("two calls", () -> told("Kasus gawat").size() == 2);
        until("mail", () -> mails("Kasus gawat").size() == 4);

        assertThat(told("Kasus gawat").get(0))
                .contains("\"kind\":\"case\"", "\"severity\":\"high\"", "https://desk.contoh.example/cases/KTG-2026-");
        assertThat(told("Kasus gawat").get(1)).contains("\"severity\":\"critical\"");
        assertThat(told("Kasus ringan")).isEmpty();
        assertThat(told("Kasus lama")).isEmpty();
        assertThat(mails("Kasus gawat")).anyMatch(mail -> mail.contains("RCPT TO:<ani@contoh.example>"));
    }

    @Test
    void aFalseAlarmEndsKnownToTheCoordinatorAndTheJobIsTold() throws SQLException {
        String at = taken("c-false");
        desk.submit(at, at + "/analysis", Map.of("decision", "no", "note", "belum jelas"));
        desk.submit(at, at + "/taking", Map.of());
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.submit(at, at + "/assessment/results", Map.of("tool", "curl", "finding", "tidak terbuka"));
        desk.submit(
                at,
                at + "/assessment/verdict",
                Map.of("verdict", "FALSE_POSITIVE", "reason", "pemindai kami", "cause", "OWN_SCANNER"));
        desk.submit(at, at + "/report", Map.of("severity", "LOW", "summary", "Bukan insiden", "decision", "send"));
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        assertThat(desk.page("/verification").text()).contains("Kasus c-false");
        desk.submit(at, at + "/verification", Map.of("decision", "acknowledge"));

        assertThat(stage("c-false")).isEqualTo("CLOSED_FALSE_POSITIVE");
        assertThat(count("select count(*) from document where case_id = 'c-false' and kind = 'WORK_REPORT'"))
                .isEqualTo(2);
        until("the job is told", () -> decisions().stream().anyMatch(one -> one.startsWith("c-false=")));
        assertThat(decisions().stream().filter(one -> one.startsWith("c-false=")))
                .hasSize(1)
                .allMatch(one -> one.contains("\"standing\":\"FALSE_POSITIVE\"") && one.contains("\"by\":\"ani\""));

        desk.submit(at, at + "/reopening", Map.of("note", "bukti baru"));
        assertThat(stage("c-false")).isEqualTo("ANALYSIS");
        until(
                "and told again",
                () -> decisions().stream().anyMatch(one -> one.startsWith("c-false=") && one.contains("\"OPEN\"")));
    }

    @Test
    void anExceptionIsProposedApprovedAndEndedUnlessItWouldHaveHiddenAnIncident() throws SQLException {
        String proved = taken("c-proved", "198.51.100.7");
        decide(proved, "FALSE_NEGATIVE");
        decide(taken("c-same", "198.51.100.7"), "FALSE_POSITIVE");
        decide(taken("c-scan", "192.0.2.250"), "FALSE_POSITIVE");
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        String hides = text("select id from finding_exception where case_id = 'c-same'");
        String harmless = text("select id from finding_exception where case_id = 'c-scan'");
        assertThat(desk.page("/exceptions").text())
                .contains(proved.replace("/cases/", ""), "Tidak dapat disetujui", "192.0.2.250");

        desk.submit("/exceptions", "/exceptions/" + hides, Map.of("decision", "approve"));
        desk.submit("/exceptions", "/exceptions/" + harmless, Map.of("decision", "approve", "days", "400"));

        assertThat(text("select state from finding_exception where id = '" + hides + "'"))
                .isEqualTo("PROPOSED");
        until("the job is told", () -> exceptions().stream().anyMatch(one -> one.startsWith(harmless + "={")));
        assertThat(exceptions()).noneMatch(one -> one.startsWith(hides));
        assertThat(text("select until_at - from_at from finding_exception where id = '" + harmless + "'"))
                .isEqualTo("90 days");
        desk.submit("/exceptions", "/exceptions/" + harmless, Map.of("decision", "end"));
        until("and told of its end", () -> exceptions().contains(harmless + "=null"));
    }

    @Test
    void ownScannersAreNamedToTheJobAndACaseMayBeOpenedByHand() throws SQLException {
        desk.logIn(TrialTeam.ANALYST, TrialTeam.password(TrialTeam.ANALYST));
        String at = desk.submit(
                        "/cases/new",
                        "/cases",
                        Map.of(
                                "source",
                                "BSSN",
                                "title",
                                "Halaman judi",
                                "summary",
                                "Surat BSSN",
                                "machine",
                                "web-07",
                                "severity",
                                "HIGH"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https?://[^/]+", "");
        desk.submit(at, at + "/taking", Map.of());
        desk.submit(at, at + "/report/early-notice", Map.of());
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.page(at + "/assessment");
        desk.submit(at, at + "/assessment/window", Map.of("scanner", "somewhere", "from", "2026-11-02T08:00"));
        assertThat(desk.page(at + "/assessment").text()).contains("Sebutkan alamat IP pemindai");
        desk.submit(
                at,
                at + "/assessment/window",
                Map.of("scanner", "192.0.2.9", "from", "2026-11-02T08:00", "until", "2026-11-03T08:00"));

        until(
                "the job knows the scanner",
                () -> exceptions().stream()
                        .anyMatch(one ->
                                one.contains("VA_WINDOW") && one.contains("192.0.2.9") && one.contains("-/web-07")));
        assertThat(desk.page(at + "/report").text()).contains("Formulir Laporan Insiden, versi 1", "EARLY_NOTICE");
        until(
                "the coordinator knows",
                () -> hook.received().stream().anyMatch(one -> one.contains("Pemberitahuan Awal")));
        assertThat(text("select source from case_course where case_id like 'm-%'"))
                .isEqualTo("BSSN");
    }

    private static void decide(String at, String verdict) {
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.submit(at, at + "/assessment/results", Map.of("tool", "curl", "finding", "x"));
        desk.submit(at, at + "/assessment/verdict", Map.of("verdict", verdict, "reason", "alasan"));
    }

    private static String taken(String id, String address) {
        Case content = Samples.of(
                id,
                1,
                Severity.LOW,
                new Text("Kasus " + id, "Case " + id),
                List.of(Samples.finding(
                        "f-" + id,
                        "x",
                        Severity.LOW,
                        Samples.evidence("a-" + id, Samples.START, "failure", address, "root", "x"))),
                List.of());
        house.broker.send("outbox_it.cases", id, Samples.json(content));
        return takenFromTheList(id);
    }

    private static List<String> exceptions() {
        return house.broker.records("outbox_it.exceptions");
    }

    @Test
    void theCardOfAMachineIsToldToWhoeverReadsAssets() {
        String at = taken("c-asset");
        desk.submit(
                at,
                at + "/asset",
                Map.of("system", "Perizinan", "pse", "DPMPTSP", "criticality", "CRITICAL", "personalData", "on"));

        until(
                "the topic",
                () -> house.broker.records("outbox_it.assets").stream()
                        .anyMatch(one -> one.startsWith("wazuh-1/004={")
                                && one.contains("\"pse\":\"DPMPTSP\"")
                                && one.contains("\"criticality\":\"CRITICAL\",\"iiv\":false,\"personalData\":true")));
    }

    @Test
    void findingsThatWereSplitOffStayAwayAndGoOnAsACaseOfTheirOwn() throws SQLException {
        sendOfTwo(1);
        String at = takenFromTheList("c-two");
        desk.submit(at, at + "/splitting", Map.of("finding", "f-none"));
        assertThat(desk.page(at).select("article.fired")).hasSize(2);

        String part = desk.submit(at, at + "/splitting", Map.of("finding", "f-two-b"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https?://[^/]+", "");
        sendOfTwo(2);
        until("the next version", () -> desk.page(at).text().contains("versi 2"));

        assertThat(desk.page(at).select("article.fired h3").text())
                .contains("temuan a")
                .doesNotContain("temuan b");
        assertThat(desk.page(at).text()).contains("1 temuan dipisahkan ke").contains(part.replace("/cases/", ""));
        assertThat(desk.page(part).select("article.fired h3").text())
                .contains("temuan b")
                .doesNotContain("temuan a");
        assertThat(desk.page(part).text()).contains("Dipisahkan dari " + at.replace("/cases/", ""));
        until(
                "the job is told",
                () -> decisions().stream()
                        .anyMatch(one -> one.startsWith("s-")
                                && one.contains("\"splitFrom\":\"c-two\"")
                                && one.contains("\"OPEN\"")));
        desk.submit(part, part + "/taking", Map.of());
        desk.submit(part, part + "/analysis", Map.of("decision", "no"));
        desk.submit(part, part + "/dismissal", Map.of("note", "bukan apa-apa"));
        until(
                "and told where it came from when it closes",
                () -> decisions().stream()
                        .anyMatch(one -> one.startsWith("s-")
                                && one.contains("\"splitFrom\":\"c-two\"")
                                && !one.contains("\"OPEN\"")));
    }

    @Test
    void aClosedCaseOfTheSameRuleAndMachineIsShownWithItsVerdict() {
        String past = taken("c-past", "198.51.100.77");
        decide(past, "FALSE_POSITIVE");
        desk.submit(past, past + "/report", Map.of("severity", "LOW", "summary", "x", "decision", "send"));
        desk.logIn(TrialTeam.COORDINATOR, TrialTeam.password(TrialTeam.COORDINATOR));
        desk.submit(past, past + "/verification", Map.of("decision", "acknowledge"));

        String similar = desk.page(taken("c-now", "198.51.100.78"))
                .selectFirst("section[aria-labelledby=similar]")
                .text();

        assertThat(similar)
                .contains("Kasus c-past", past.replace("/cases/", ""), "FALSE POSITIVE", "alasan")
                .contains("mesin sama", "1 aturan sama", "1 teknik sama");
    }

    private static void sendOfTwo(long version) {
        Case content = Samples.of(
                "c-two",
                version,
                Severity.LOW,
                new Text("Kasus c-two", "Case c-two"),
                List.of(
                        Samples.finding(
                                "f-two-a", "temuan a", Severity.LOW, Samples.evidence("a-1", Samples.START, "x")),
                        Samples.finding(
                                "f-two-b", "temuan b", Severity.LOW, Samples.evidence("a-2", Samples.START, "x"))),
                List.of());
        house.broker.send("outbox_it.cases", "c-two", Samples.json(content));
    }

    @Test
    void aMergedCaseNamesTheOneItWentInto() throws SQLException {
        String into = taken("c-into");
        String from = sent("c-from");
        desk.submit(from, from + "/merging", Map.of("into", into.replace("/cases/", "")));

        assertThat(stage("c-from")).isEqualTo("MERGED");
        assertThat(desk.page(from).selectFirst(".case-head").text()).contains(into.replace("/cases/", ""));
        until(
                "the job is told",
                () -> decisions().stream()
                        .anyMatch(one -> one.startsWith("c-from=") && one.contains("\"mergedInto\":\"c-into\"")));
        assertThat(count("select count(*) from case_file where case_id = 'c-from'"))
                .isEqualTo(1);
    }

    @Test
    void aClockThatRunsOutRemindsEachOnceAndMovesNothing() throws SQLException {
        String at = taken("c-late");
        run("update case_course set entered_at = now() - interval '40 days', due_at = now() - interval '30 days'"
                + " where case_id = 'c-late'");
        String number = at.replace("/cases/", "");

        until(
                "three reminders",
                () -> hook.received().stream()
                                .filter(one -> one.contains(number) && one.contains("reminder"))
                                .count()
                        == 3);
        assertThat(hook.received().stream().filter(one -> one.contains(number) && one.contains("reminder")))
                .anyMatch(one -> one.contains("80 %"))
                .anyMatch(one -> one.contains("100 %"))
                .anyMatch(one -> one.contains("200 %"));
        until(
                "mail to the head",
                () -> mailbox.mails().stream()
                        .anyMatch(mail -> mail.contains("eka@contoh.example") && mail.contains("200 %")));
        assertThat(stage("c-late")).isEqualTo("ANALYSIS");
        assertThat(count("select count(*) from reminder where case_id = 'c-late'"))
                .isEqualTo(3);
    }

    @Test
    void whatIsRedDoesNotTravel() throws SQLException {
        String at = taken("c-red");
        desk.submit(at, at + "/analysis", Map.of("decision", "yes"));
        desk.submit(at, at + "/assessment/results", Map.of("tool", "curl", "finding", "x"));
        desk.submit(at, at + "/assessment/verdict", Map.of("verdict", "FALSE_NEGATIVE", "reason", "x"));
        desk.submit(at, at + "/report", Map.of("severity", "LOW", "tlp", "RED", "decision", "send"));
        String number = at.replace("/cases/", "");

        until(
                "hand-over",
                () -> hook.received().stream()
                        .anyMatch(one -> one.contains(number) && one.contains("menunggu verifikasi")));
        assertThat(hook.received().stream().filter(one -> one.contains(number)))
                .noneMatch(one -> one.contains("Kasus c-red"));
    }

    private static void send(Case content, Instant last) {
        Case sent = Samples.seenLast(
                last,
                content.id(),
                content.version(),
                content.severity(),
                content.title().id());
        house.broker.send("outbox_it.cases", sent.id(), Samples.json(sent));
    }

    /** A case on the list; gives its address. Logged in as analyst then. */
    private static String sent(String id) {
        house.broker.send("outbox_it.cases", id, Samples.json(Samples.plain(id, 1, Severity.LOW, "Kasus " + id)));
        return listed(id);
    }

    private static String listed(String id) {
        desk.logIn(TrialTeam.ANALYST, TrialTeam.password(TrialTeam.ANALYST));
        until(id, () -> desk.page("/candidates").text().contains("Kasus " + id));
        return desk.page("/candidates?q=" + id).selectFirst("td.title a").attr("href");
    }

    private static String taken(String id) {
        sent(id);
        return takenFromTheList(id);
    }

    private static String takenFromTheList(String id) {
        String at = listed(id);
        desk.submit(at, at + "/taking", Map.of());
        return at;
    }

    private static List<String> told(String title) {
        return hook.received().stream().filter(one -> one.contains(title)).toList();
    }

    private static List<String> mails(String title) {
        return mailbox.mails().stream().filter(one -> one.contains(title)).toList();
    }

    private static List<String> decisions() {
        return house.broker.records("outbox_it.decisions");
    }

    private static void until(String what, java.util.function.BooleanSupplier condition) {
        Deadline.within(SOON).until(what, condition);
    }

    private static String stage(String id) throws SQLException {
        return text("select stage from case_course where case_id = '" + id + "'");
    }

    private static long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "outbox_it");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "outbox_it")) {
            TrialHouse.run(connection, sql);
        }
    }
}
