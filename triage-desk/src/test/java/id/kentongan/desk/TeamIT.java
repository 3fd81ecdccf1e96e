package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.assessment.Assessments;
import id.kentongan.desk.journal.JournalCommand;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialConsole;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what, at every address of the desk; and whether the journal tells when somebody touched it. */
class TeamIT {
    static final List<String> EVERYBODY = List.of(
            TrialTeam.ANALYST,
            TrialTeam.COORDINATOR,
            TrialTeam.HEAD,
            TrialTeam.RULE_AUTHOR,
            TrialTeam.ADMINISTRATOR,
            TrialTeam.AUDITOR);
    private static final Set<String> ANALYST = Set.of(TrialTeam.ANALYST);
    private static final Set<String> ADMINISTRATOR = Set.of(TrialTeam.ADMINISTRATOR);
    private static final Set<String> COORDINATOR = Set.of(TrialTeam.COORDINATOR);

    static final Set<String> MAY_READ_RULES =
            Set.of(TrialTeam.ANALYST, TrialTeam.COORDINATOR, TrialTeam.RULE_AUTHOR, TrialTeam.AUDITOR);

    /** Who may send a form there. An address that is missing here fails the test. */
    static final Map<String, Set<String>> MAY_SEND = Map.ofEntries(
            Map.entry("/cases/{number}/analysis", ANALYST),
            Map.entry("/cases/{number}/taking", ANALYST),
            Map.entry("/cases/{number}/owner", ANALYST),
            Map.entry("/cases/{number}/dismissal", ANALYST),
            Map.entry("/cases/{number}/merging", ANALYST),
            Map.entry("/cases/{number}/pause", ANALYST),
            Map.entry("/cases/{number}/pause/end", ANALYST),
            Map.entry("/cases/{number}/splitting", ANALYST),
            Map.entry("/cases/{number}/notes", ANALYST),
            Map.entry("/cases/{number}/asset", ANALYST),
            Map.entry("/cases/{number}/assessment/results", ANALYST),
            Map.entry("/cases/{number}/assessment/import", ANALYST),
            Map.entry("/cases/{number}/legal", ANALYST),
            Map.entry("/cases/{number}/assessment/outcomes/{result}", ANALYST),
            Map.entry("/cases", ANALYST),
            Map.entry("/cases/{number}/assessment/window", ANALYST),
            Map.entry("/cases/{number}/report/early-notice", ANALYST),
            Map.entry("/cases/{number}/assessment/proofs", ANALYST),
            Map.entry("/cases/{number}/assessment/verdict", ANALYST),
            Map.entry("/cases/{number}/report", ANALYST),
            Map.entry("/cases/{number}/addenda", ANALYST),
            Map.entry("/cases/{number}/addenda/{id}", ANALYST),
            Map.entry("/cases/{number}/addenda/{id}/verification", COORDINATOR),
            Map.entry("/cases/{number}/addenda/{id}/ratification", Set.of(TrialTeam.HEAD)),
            Map.entry("/cases/{number}/letter", ANALYST),
            Map.entry("/cases/{number}/letter/signed", ANALYST),
            Map.entry("/cases/{number}/letter/reply", ANALYST),
            Map.entry("/cases/{number}/letter/end", Set.of(TrialTeam.ANALYST, TrialTeam.HEAD)),
            Map.entry("/cases/{number}/reopening", COORDINATOR),
            Map.entry("/cases/{number}/verification", COORDINATOR),
            Map.entry("/cases/{number}/ratification", Set.of(TrialTeam.HEAD)),
            Map.entry("/exceptions/{id}", COORDINATOR),
            Map.entry("/duty", COORDINATOR),
            Map.entry("/duty/{id}/removal", COORDINATOR),
            Map.entry("/people", ADMINISTRATOR),
            Map.entry("/people/{name}", ADMINISTRATOR),
            Map.entry("/people/{name}/invitation", ADMINISTRATOR),
            Map.entry("/people/{name}/second-factor", ADMINISTRATOR),
            Map.entry("/second-factor", Set.copyOf(EVERYBODY)),
            Map.entry("/tokens", Set.copyOf(EVERYBODY)),
            Map.entry("/tokens/{id}/removal", Set.copyOf(EVERYBODY)),
            Map.entry("/second-factor/confirmation", Set.copyOf(EVERYBODY)),
            Map.entry("/second-factor/removal", Set.copyOf(EVERYBODY)),
            Map.entry("/welcome/{token}", Set.copyOf(EVERYBODY)));

    private static TrialHouse house;
    private static TrialDesk desk;

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        desk = TrialDesk.start(TrialTeam.settings(house, "team_it"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void everyAddressRefusesWhoeverMayNot() {
        Set<String> posts = addresses("POST ");
        assertThat(posts).isEqualTo(new TreeSet<>(MAY_SEND.keySet()));
        for (String person : EVERYBODY) {
            enter(person);
            Map<String, String> form = Map.of("_csrf", desk.token("/candidates"));
            for (String address : posts) {
                boolean refused = desk.post(filled(address), form).statusCode() == 403;
                assertThat(refused)
                        .as("%s at %s", person, address)
                        .isEqualTo(!MAY_SEND.get(address).contains(person));
            }
            for (String address : addresses("GET ")) {
                boolean closed =
                        address.startsWith("/people") || address.startsWith("/journal") || address.equals("/settings");
                boolean may = person.equals(TrialTeam.ADMINISTRATOR) || person.equals(TrialTeam.AUDITOR);
                boolean shut = (closed && !may) || (address.equals("/rules") && !MAY_READ_RULES.contains(person));
                assertThat(desk.get(filled(address)).statusCode() == 403)
                        .as("%s reads %s", person, address)
                        .isEqualTo(shut);
            }
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        enter(TrialTeam.ANALYST);

        assertThat(desk.post("/cases/KTG-2026-000001/taking", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void fiveWrongPasswordsShutTheAccountForAWhile() {
        for (int i = 0; i < 5; i++) {
            desk.logIn(TrialTeam.OTHER_ANALYST, "salah salah salah");
        }

        assertThat(where(desk.logIn(TrialTeam.OTHER_ANALYST, TrialTeam.password(TrialTeam.OTHER_ANALYST))))
                .endsWith("/login?error");
        enter(TrialTeam.AUDITOR);
        assertThat(desk.page("/journal").text()).contains("ACCOUNT_SHUT");
    }

    @Test
    void anInvitedPersonSetsAPasswordOnceAndMayDoWhatTheirRoleMay() {
        enter(TrialTeam.ADMINISTRATOR);
        desk.submit("/people", "/people", Map.of("name", "Tamu"));
        desk.submit("/people/tamu", "/people/tamu", Map.of("role", "COORDINATOR", "active", "on"));
        assertThat(desk.submit("/people/tamu", "/people/tamu/invitation", Map.of())
                        .statusCode())
                .isEqualTo(302);
        String link = desk.page("/people/tamu").selectFirst(".notice.good code").text();

        assertThat(where(desk.submit(link, link, Map.of("password", "tamu memukul kentongan"))))
                .endsWith("/login");
        assertThat(desk.get(link).statusCode()).isEqualTo(404);
        assertThat(where(desk.logIn("tamu", "tamu memukul kentongan"))).endsWith("/");
        assertThat(where(desk.get("/"))).endsWith("/verification");
    }

    @Test
    void theLastAdministratorCannotLockEverybodyOut() {
        enter(TrialTeam.ADMINISTRATOR);

        desk.submit("/people/dewi", "/people/dewi", Map.of("role", "AUDITOR", "active", "on"));

        assertThat(desk.page("/people/dewi")
                        .selectFirst("input[value=ADMINISTRATOR]")
                        .hasAttr("checked"))
                .isTrue();
    }

    @Test
    void whoActsForTheHeadHoldsTheOfficeOnlyOnTheirDays() throws SQLException {
        String number = verified("c-plh");
        enter(TrialTeam.ADMINISTRATOR);
        Map<String, String> acting = Map.of(
                "role", "HEAD", "active", "on", "acting", "Plh.", "actingFrom", "2020-01-01", "actingTo", "2020-01-31");
        desk.submit("/people/eka", "/people/eka", acting);
        ratify(number);
        assertThat(stage(number)).isEqualTo("VERIFIED");

        enter(TrialTeam.ADMINISTRATOR);
        desk.submit(
                "/people/eka",
                "/people/eka",
                Map.of("role", "HEAD", "active", "on", "acting", "Plh.", "actingFrom", "2020-01-01", "post", "Kepala"));
        ratify(number);
        assertThat(stage(number)).isEqualTo("RATIFIED");
        enter(TrialTeam.AUDITOR);
        assertThat(desk.page("/journal").text()).contains("DIVERIFIKASI -> DISAHKAN, Plh.");
    }

    @Test
    void ofManyWhoDecideAtOnceExactlyOneDoes() throws SQLException {
        String number = verified("c-race");
        enter(TrialTeam.ADMINISTRATOR);
        desk.submit("/people/eka", "/people/eka", Map.of("role", "HEAD", "active", "on"));
        enter(TrialTeam.HEAD);
        Map<String, String> form = Map.of("_csrf", desk.token("/candidates"), "decision", "ratify");

        IntStream.range(0, 40).parallel().forEach(i -> desk.post("/cases/" + number + "/ratification", form));

        assertThat(stage(number)).isEqualTo("RATIFIED");
        assertThat(count("select count(*) from case_move where case_id = 'c-race' and move = 'RATIFY'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from document where case_id = 'c-race' and stage = 'RATIFY'"))
                .isEqualTo(2);
        enter(TrialTeam.AUDITOR);
        assertThat(verified().text()).contains("Rantai utuh");
    }

    @Test
    void theJournalTellsWhenSomebodyTouchedItOnThePageAndToTheCommandLine() throws IOException, SQLException {
        enter(TrialTeam.AUDITOR);
        assertThat(verified().text()).contains("Rantai utuh");
        assertThat(command("verify")).matches("0 whole: \\d+ entries, last hash [0-9a-f]{64}\n");

        assertThatThrownBy(() -> run("update journal set actor = 'x' where seq = 2"))
                .hasMessageContaining("only ever added to");
        assertThatThrownBy(() -> run("delete from journal where seq = 2")).hasMessageContaining("only ever added to");
        run("alter table journal disable trigger journal_append_only");
        run("update journal set actor = actor || ' palsu' where seq = 2");
        assertThat(verified().text()).contains("Rantai rusak", "entry 2 was changed");
        assertThat(command("verify")).isEqualTo("1 broken: entry 2 was changed\n");
        run("update journal set actor = replace(actor, ' palsu', '') where seq = 2");
        assertThat(verified().text()).contains("Rantai utuh");

        run("create table aside as select * from journal where seq = (select max(seq) from journal)");
        run("delete from journal where seq = (select seq from aside)");
        assertThat(verified().text()).contains("Rantai rusak", "were written");
        assertThat(command("verify")).startsWith("1 broken: the chain ends at entry ");
        run("insert into journal select * from aside");
        run("alter table journal enable trigger journal_append_only");
        run("create table head_aside as select * from journal_head");
        run("delete from journal_head");
        assertThat(command("verify")).startsWith("1 broken: ").endsWith(" but 0 were written\n");
        run("insert into journal_head select * from head_aside");
        assertThat(verified().text()).contains("Rantai utuh");
    }

    @Test
    void aJournalThatCannotBeReadIsNotCalledBroken() throws IOException {
        String away = database().replace("team_it", "nowhere");

        assertThat(command(away, "verify")).startsWith("2 kentongan: cannot read the journal: ");
        assertThat(command("database-user=x", "verify")).startsWith("2 kentongan: cannot read the desk's settings: ");
        assertThat(command("mend")).startsWith("2 Usage: ");
    }

    @Test
    void theFirstAdministratorIsMadeByALinkThatWorksOnce() throws SQLException {
        Map<String, Object> settings = house.newDesk("first_it");
        settings.remove("kentongan.desk.first-login-file");
        try (TrialConsole console = TrialConsole.listen();
                TrialDesk fresh = TrialDesk.start(settings)) {
            String link = console.lines().stream()
                    .filter(line -> line.contains("/welcome/"))
                    .map(line -> line.replaceAll(".*(/welcome/[0-9a-f]+).*", "$1"))
                    .findFirst()
                    .orElseThrow();

            fresh.submit(link, link, Map.of("name", "Pertama", "password", "kentongan bambu 7"));

            assertThat(fresh.get(link).statusCode()).isEqualTo(404);
            fresh.logIn("pertama", "kentongan bambu 7");
            assertThat(where(fresh.get("/"))).endsWith("/people");
        }
    }

    @Test
    void aScannersReportBecomesResultsOnceAndStaysAsProof() {
        String at = "/cases/" + proving("kasus-impor");
        String page = at + "/assessment";
        String report = "{\"template-id\":\"x\",\"info\":{\"name\":\"<b>Terbuka</b>\",\"severity\":\"high\"},"
                + "\"host\":\"10.0.0.5\"}";

        desk.upload(page, page + "/import", "report", "../hasil.jsonl", report);
        Document first = desk.page(page);
        desk.upload(page, page + "/import", "report", "hasil.jsonl", report);
        Document second = desk.page(page);

        assertThat(first.selectFirst("table.plain tbody").text()).contains("Nuclei 10.0.0.5 <b>Terbuka</b> high");
        assertThat(first.select(".files li").text())
                .contains("hasil.jsonl", Assessments.sha256(report.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("..");
        assertThat(second.text()).contains("sudah tercatat");
        assertThat(second.select("table.plain tbody tr")).hasSize(1);
        assertThat(second.select(".files li")).hasSize(1);
    }

    @Test
    void whatAScannerSuspectsAPersonProvesOrRefutes() {
        String page = "/cases/" + proving("kasus-hasil") + "/assessment";
        String other = "/cases/" + proving("kasus-lain") + "/assessment";
        desk.upload(
                page,
                page + "/import",
                "report",
                "hasil.jsonl",
                "{\"template-id\":\"x\",\"info\":"
                        + "{\"name\":\"Terbuka\",\"severity\":\"high\"},\"host\":\"10.0.0.5\"}");
        String form = desk.page(page).selectFirst("table.plain form").attr("action");
        assertThat(desk.page(page).selectFirst("table.plain td b").text()).isEqualTo("Belum jelas");

        desk.submit(page, form, Map.of("outcome", "PROVED"));
        desk.submit(other, other + form.replaceAll(".*(/outcomes/)", "$1"), Map.of("outcome", "NOT_PROVED"));

        assertThat(desk.page(other).text()).contains("tidak ada pada kasus ini");
        assertThat(desk.page(page).selectFirst("table.plain td b").text()).isEqualTo("Terbukti");
        assertThat(desk.page(page).select("table.plain button").eachText()).containsExactly("Tidak terbukti");
        enter(TrialTeam.AUDITOR);
        assertThat(desk.page("/journal").text()).contains("VA_OUTCOME", "PROVED: VaResult[tool=Nuclei");
    }

    @Test
    void aHostileReportIsRefusedWithAReasonThatTheJournalKeeps() {
        String page = "/cases/" + proving("kasus-jahat") + "/assessment";
        String hostile = "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><report>&e;</report>";

        desk.upload(page, page + "/import", "report", "jahat.xml", hostile);

        assertThat(desk.page(page).text()).contains("DOCTYPE").doesNotContain("root:");
        desk.upload(page, page + "/import", "report", "jahat.zip", "PK\u0003\u0004");
        Document after = desk.page(page);
        assertThat(after.text()).contains("Ditolak: bukan laporan");
        assertThat(after.select("table.plain tbody tr, .files li")).isEmpty();
        enter(TrialTeam.AUDITOR);
        assertThat(desk.page("/journal").text())
                .contains("VA_IMPORT_REFUSED", "DOCTYPE jahat.xml", "UNKNOWN jahat.zip");
    }

    private static Set<String> addresses(String verb) {
        return desk.endpoints().stream()
                .filter(one -> one.startsWith(verb))
                .map(one -> one.substring(verb.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String filled(String address) {
        return address.replace("{number}", "KTG-2026-999999")
                .replace("{name}", "nobody")
                .replace("{token}", "0")
                .replaceAll("\\{[a-z]+}", "1");
    }

    private static void enter(String person) {
        desk.logIn(person, TrialTeam.password(person));
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Document verified() {
        return desk.page("/journal?verify=true");
    }

    private static String command(String word) throws IOException {
        return command(database(), word);
    }

    /** Exit code and everything that the command line shows. */
    private static String command(String settings, String word) throws IOException {
        Path file = house.file("journal-command.properties", settings);
        var shown = new ByteArrayOutputStream();
        var stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
        int code =
                new JournalCommand(stream, stream).run(Path.of("unused"), List.of(word, "--settings", file.toString()));
        return code + " " + shown.toString(StandardCharsets.UTF_8);
    }

    private static String database() {
        return "kentongan.desk.database-url=" + house.postgres.url("team_it")
                + "\nkentongan.desk.database-user=desk\nkentongan.desk.database-password-file="
                + house.postgres.passwordFile() + "\n";
    }

    /** A case brought to step 5. */
    private static String proving(String id) {
        house.broker.send("team_it.cases", id, Samples.json(Samples.plain(id, 1, Severity.HIGH, "Kasus " + id)));
        enter(TrialTeam.ANALYST);
        Deadline.within(Duration.ofSeconds(20))
                .until("case", () -> desk.page("/candidates").text().contains("Kasus " + id));
        String number = desk.page("/candidates?q=" + id).select("td.title a").attr("id");
        String at = "/cases/" + number;
        desk.submit(at, at + "/taking", Map.of());
        desk.submit(at, at + "/analysis", Map.of("attackForm", "x", "decision", "yes"));
        return number;
    }

    /** A case brought to the head without a browser. */
    private static String verified(String id) throws SQLException {
        String number = proving(id);
        String at = "/cases/" + number;
        desk.submit(at, at + "/assessment/results", Map.of("tool", "curl", "finding", "terbuka"));
        desk.submit(at, at + "/assessment/verdict", Map.of("verdict", "FALSE_NEGATIVE", "reason", "terbukti"));
        desk.submit(at, at + "/report", Map.of("severity", "HIGH", "decision", "send"));
        enter(TrialTeam.COORDINATOR);
        desk.submit(at, at + "/verification", Map.of("decision", "verify"));
        assertThat(stage(number)).isEqualTo("VERIFIED");
        return number;
    }

    private static void ratify(String number) {
        enter(TrialTeam.HEAD);
        String at = "/cases/" + number;
        desk.submit("/candidates", at + "/ratification", Map.of("decision", "ratify"));
    }

    private static String stage(String number) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "team_it");
                var query = connection.prepareStatement(
                        "select stage from case_course join case_file using (case_id) where number = ?")) {
            query.setString(1, number);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "team_it");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "team_it")) {
            TrialHouse.run(connection, sql);
        }
    }
}
