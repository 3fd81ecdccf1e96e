package id.kentongan.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The demo day twice: once undisturbed, once with a kill -9 of each part in the middle of the replay, and at last of
 * everything at once. Both must end in the same cases, on the topic and on the desk.
 */
class KillIT {
    private static final Path INSTANCES =
            Path.of(System.getProperty("kentongan.root"), "all-in-one/end-to-end/target/instances");

    @Test
    void afterKillsTheSetOfCasesEqualsThatOfAnUndisturbedRun() throws Exception {
        Map<String, String> undisturbed = undisturbed();

        Map<String, String> killed = killed();

        assertThat(killed).isEqualTo(undisturbed);
    }

    private static Map<String, String> undisturbed() throws Exception {
        Path data = INSTANCES.resolve("undisturbed");
        Fresh.folder(data);
        try (RunningInstance instance = RunningInstance.up(data, "--speed", "0")) {
            instance.awaitEverythingHandedOver();
            Await.until(
                    "the desk to show what the topic holds",
                    () -> onDesk(instance).equals(versions(instance.cases())));
            Map<String, JsonNode> cases = instance.cases();
            assertThatTheCasesAreThoseOfTheTruth(data.resolve("scenario/truth.json"), cases);
            PrometheusScrape.ofTheThreeParts(instance);
            for (ProcessHandle process : instance.processes()) {
                assertThat(Listening.beyondLoopback(process))
                        .as("%s", process.info())
                        .isEmpty();
            }
            return texts(cases);
        }
    }

    private static Map<String, String> killed() throws Exception {
        Path data = INSTANCES.resolve("killed");
        Fresh.folder(data);
        RunningInstance instance = RunningInstance.up(data, "--speed", "1440");
        try (instance) {
            Await.until("a fifth of the replay", () -> instance.progress() > 0.2);
            instance.kill("job");
            Await.until("a good third of the replay", () -> instance.progress() > 0.35);
            instance.kill("kafka");
            Await.until("half of the replay", () -> instance.progress() > 0.5);
            instance.kill("desk");
            instance.kill("forwarder");
            assertThat(instance.progress())
                    .as("kills fall in the middle of the replay")
                    .isLessThan(1);
            instance.killEverything();
            assertThat(instance.log("rules")).contains("web-shell: published").doesNotContain("known to the topic");
            instance.upAgain();
            assertThat(instance.log("rules")).contains("web-shell: known to the topic");
            instance.awaitEverythingHandedOver();
            Await.until(
                    "the desk to show what the topic holds",
                    () -> onDesk(instance).equals(versions(instance.cases())));
            return texts(instance.cases());
        }
    }

    /** Every planted attack opened a case on its agent, and nothing else did. */
    private static void assertThatTheCasesAreThoseOfTheTruth(Path truth, Map<String, JsonNode> cases) throws Exception {
        List<String> planted = new ArrayList<>();
        new ObjectMapper().readTree(truth.toFile()).path("planted").forEach(attack -> {
            if (attack.path("opensCase").asBoolean()) {
                planted.add(attack.path("agentName").textValue() + " "
                        + attack.path("rule").textValue());
            }
        });

        assertThat(planted).hasSizeGreaterThanOrEqualTo(4);
        assertThat(cases.values().stream().map(KillIT::agentAndGravestRule))
                .containsExactlyInAnyOrderElementsOf(planted);
    }

    private static String agentAndGravestRule(JsonNode found) {
        String severity = found.path("severity").textValue();
        for (JsonNode finding : found.path("findings")) {
            if (finding.path("severity").textValue().equals(severity)) {
                return found.at("/asset/agentName").textValue() + " "
                        + finding.path("ruleId").textValue();
            }
        }
        throw new AssertionError("expected a finding of the case's own severity: " + found);
    }

    /** The whole record but for offsets in the topic: heartbeats lie between the alerts, more or fewer of them. */
    private static Map<String, String> texts(Map<String, JsonNode> cases) {
        Map<String, String> texts = new TreeMap<>();
        cases.forEach((id, found) -> texts.put(id, found.toPrettyString().replaceAll("\"position\" : \"[^\"]*\"", "")));
        return texts;
    }

    private static Map<String, Long> versions(Map<String, JsonNode> cases) {
        Map<String, Long> versions = new TreeMap<>();
        cases.forEach((id, found) -> versions.put(id, found.path("version").asLong()));
        return versions;
    }

    private static Map<String, Long> onDesk(RunningInstance instance) throws java.io.IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + instance.port("POSTGRES") + "/kentongan";
        Map<String, Long> versions = new TreeMap<>();
        try (Connection database = DriverManager.getConnection(url, "panel_reader", instance.panelPassword());
                ResultSet row = database.createStatement().executeQuery("select id, version from panel_cases")) {
            while (row.next()) {
                versions.put(row.getString(1), row.getLong(2));
            }
        } catch (java.sql.SQLException e) {
            throw new java.io.IOException("the desk's database does not answer", e);
        }
        return versions;
    }
}
