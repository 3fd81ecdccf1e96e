package id.kentongan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Severity;
import id.kentongan.desk.trial.Deadline;
import id.kentongan.desk.trial.Samples;
import id.kentongan.desk.trial.TrialDesk;
import id.kentongan.desk.trial.TrialHouse;
import id.kentongan.desk.trial.TrialTeam;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs may do: what the person whose key they bring may do on the pages, and nothing without a key. */
class ApiIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/v1";

    private static TrialHouse house;
    private static TrialDesk desk;
    private static final Map<String, String> KEYS = new HashMap<>();

    @BeforeAll
    static void open() throws IOException, SQLException {
        house = TrialHouse.open();
        desk = TrialDesk.start(TrialTeam.settings(house, "api_it"));
        for (String person : TeamIT.EVERYBODY) {
            desk.logIn(person, TrialTeam.password(person));
            desk.submit("/tokens", "/tokens", Map.of("purpose", "uji " + person));
            KEYS.put(person, desk.page("/tokens").select("#token").text());
        }
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void everyAddressRefusesTheKeyOfWhoeverMayNot() {
        for (String endpoint : desk.apiEndpoints()) {
            String verb = endpoint.substring(0, endpoint.indexOf(' '));
            String pattern = endpoint.substring(endpoint.indexOf(' ') + 1);
            String address = TeamIT.filled(pattern);
            for (String person : TeamIT.EVERYBODY) {
                boolean may = verb.equals("GET")
                        ? mayRead(pattern, person)
                        : TeamIT.MAY_SEND.get(pattern.substring(API.length())).contains(person);
                assertThat(ask(verb, address, KEYS.get(person)).statusCode() == 403)
                        .as("%s %s by %s", verb, address, person)
                        .isEqualTo(!may);
            }
            assertThat(ask(verb, address, "ktg_" + "0".repeat(64)).statusCode())
                    .as("%s without a key", address)
                    .isEqualTo(401);
        }
    }

    @Test
    void everyFormOfThePagesIsThereAndTheDescriptionTellsOfAll() {
        Set<String> forms = new TreeSet<>();
        TeamIT.MAY_SEND.keySet().stream()
                .filter(address -> !address.matches("/(people|second-factor|tokens|welcome).*"))
                .forEach(address -> forms.add("POST " + API + address));
        assertThat(desk.apiEndpoints()).containsAll(forms);

        desk.logIn(TrialTeam.AUDITOR, TrialTeam.password(TrialTeam.AUDITOR));
        Set<String> described = new TreeSet<>();
        JsonNode paths = JSON.readTree(desk.get("/api/openapi.json").body()).path("paths");
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(verb -> described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(desk.apiEndpoints());
    }

    @Test
    void aProgramTakesACaseAndIsToldWhatItMayNot() {
        String number = number("c-api");
        String at = API + "/cases/" + number;

        JsonNode taken = json(send(TrialTeam.ANALYST, at + "/taking", Map.of()), 200);
        JsonNode again = json(send(TrialTeam.ANALYST, at + "/taking", Map.of()), 409);
        json(send(TrialTeam.ANALYST, at + "/analysis", Map.of("cause", "sandi lemah", "decision", "yes")), 200);
        json(send(TrialTeam.ANALYST, at + "/notes", Map.of("note", "lewat API")), 200);
        JsonNode whole = json(desk.program("GET", at, KEYS.get(TrialTeam.ANALYST), Map.of()), 200);

        assertThat(taken.path("done").asString()).isEqualTo("done.taken");
        assertThat(again.path("refused").asString()).isEqualTo("refusal.not_from_here");
        assertThat(whole.path("stage").asString()).isEqualTo("PROVING");
        assertThat(whole.path("owner").asString()).isEqualTo("ani");
        assertThat(whole.path("tlp").asString()).isEqualTo("AMBER");
        assertThat(whole.path("analysis").path("cause").asString()).isEqualTo("sandi lemah");
        assertThat(whole.path("notes").get(0).path("text").asString()).isEqualTo("lewat API");
        assertThat(whole.path("moves").toString()).contains("conclude_false_negative");
        assertThat(whole.path("content").path("id").asString()).isEqualTo("c-api");
        assertThat(whole.path("history")).hasSize(2);
        JsonNode health = json(desk.program("GET", API + "/data-health", KEYS.get(TrialTeam.HEAD), Map.of()), 200);
        assertThat(health.path("word").asString()).as("no source was heard yet").isNotEqualTo("whole");
        assertThat(health.path("missing").toString()).contains("no_source");
        HttpResponse<String> pdf =
                desk.program("GET", at + "/documents/incident-report", KEYS.get(TrialTeam.HEAD), Map.of());
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aKeyEndsWithItsTimeItsRemovalAndThePersonsRoles() throws SQLException {
        desk.logIn(TrialTeam.OTHER_ANALYST, TrialTeam.password(TrialTeam.OTHER_ANALYST));
        desk.submit("/tokens", "/tokens", Map.of("purpose", "sementara"));
        String key = desk.page("/tokens").select("#token").text();
        assertThat(desk.page("/tokens").select("#token").text()).isEmpty();
        assertThat(lists(key)).isEqualTo(200);

        run("update person set roles = '{AUDITOR}' where name = 'agus'");
        assertThat(ask("POST", API + "/cases", key).statusCode()).isEqualTo(403);
        run("update person set active = false where name = 'agus'");
        assertThat(lists(key)).isEqualTo(401);
        run("update person set active = true where name = 'agus'");
        run("update api_token set expires_at = now() where purpose = 'sementara'");
        assertThat(lists(key)).isEqualTo(401);
        assertThat(desk.get(API + "/lists/candidates").statusCode())
                .as("a session is no key")
                .isEqualTo(401);
    }

    private static boolean mayRead(String pattern, String person) {
        if (pattern.endsWith("/rules")) {
            return TeamIT.MAY_READ_RULES.contains(person);
        }
        return !pattern.contains("/journal")
                || Set.of(TrialTeam.ADMINISTRATOR, TrialTeam.AUDITOR).contains(person);
    }

    private static int lists(String key) {
        return ask("GET", API + "/lists/candidates", key).statusCode();
    }

    private static HttpResponse<String> ask(String verb, String address, String key) {
        return desk.program(verb, address, key, Map.of());
    }

    private static HttpResponse<String> send(String person, String path, Map<String, String> form) {
        return desk.program("POST", path, KEYS.get(person), form);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String number(String id) {
        house.broker.send("api_it.cases", id, Samples.json(Samples.plain(id, 1, Severity.LOW, "Kasus " + id)));
        String list = API + "/lists/candidates?q=" + id;
        Deadline.within(Duration.ofSeconds(20))
                .until(
                        id,
                        () -> ask("GET", list, KEYS.get(TrialTeam.AUDITOR))
                                .body()
                                .contains("KTG-"));
        return JSON.readTree(ask("GET", list, KEYS.get(TrialTeam.AUDITOR)).body())
                .get(0)
                .path("number")
                .asString();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = house.postgres.as("desk", "api_it")) {
            TrialHouse.run(connection, sql);
        }
    }
}
