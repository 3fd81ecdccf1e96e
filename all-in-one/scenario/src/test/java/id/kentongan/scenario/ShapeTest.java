package id.kentongan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static final List<JsonNode> ALERTS = Written.of(42, 1, 12, 4_000).alerts();

    @Test
    void timestampsCarryMillisecondsAnOffsetWithoutColonAndNeverStepBack() {
        String last = "";
        for (JsonNode alert : ALERTS) {
            String now = alert.path("timestamp").asText();
            assertThat(now).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0700");
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }

    @Test
    void idsAreUniqueAndTheirOffsetsGrow() {
        long last = -1;
        Set<String> seen = new HashSet<>();
        for (JsonNode alert : ALERTS) {
            String id = alert.path("id").textValue();
            long offset = Long.parseLong(id.substring(id.indexOf('.') + 1));
            assertThat(offset).isGreaterThan(last);
            assertThat(seen.add(id)).isTrue();
            last = offset;
        }
    }

    @Test
    void everyScalarInDataIsAString() {
        ALERTS.forEach(alert -> assertStrings(alert.path("data")));
    }

    @Test
    void managerHasNoAddressAndEveryAgentHasOne() {
        for (JsonNode agent : ALERTS.stream().map(alert -> alert.path("agent")).toList()) {
            assertThat(agent.has("ip")).isEqualTo(!agent.path("id").asText().equals("000"));
        }
        assertThat(ALERTS)
                .anyMatch(alert -> alert.path("agent").path("id").asText().equals("000"));
    }

    @Test
    void fileAlertsCarrySyscheckAndNoData() {
        List<JsonNode> files = ALERTS.stream()
                .filter(alert -> groups(alert).contains("syscheck"))
                .toList();

        assertThat(files).isNotEmpty().allMatch(alert -> alert.has("syscheck") && !alert.has("data"));
    }

    @Test
    void compositesCarryTheirFrequencyAndThePreviousLogs() throws Exception {
        Map<String, Map<String, String>> stock = Shared.stockRules();
        for (JsonNode alert : ALERTS) {
            Map<String, String> row = stock.get(alert.path("rule").path("id").asText());
            if (row != null && !row.get("frequency").isEmpty()) {
                String wanted = row.get("frequency").startsWith("$") ? "10" : row.get("frequency");
                assertThat(alert.path("rule").path("frequency").asText()).isEqualTo(wanted);
            } else {
                assertThat(alert.path("rule").has("frequency")).isFalse();
            }
        }
        JsonNode composite = ALERTS.stream()
                .filter(alert -> alert.path("rule").path("id").asText().equals("5763"))
                .findFirst()
                .orElseThrow();
        assertThat(composite.path("previous_output").asText().split("\n", -1)).hasSize(7);
    }

    @Test
    void everyRuleSaysWhatTheStockTableOrOurPackSays() throws Exception {
        Map<String, Map<String, String>> known = new HashMap<>(Shared.stockRules());
        known.putAll(Pack.rules());
        for (JsonNode alert : ALERTS) {
            JsonNode rule = alert.path("rule");
            Map<String, String> row = known.get(rule.path("id").asText());
            assertThat(row).as("rule %s", rule.path("id")).isNotNull();
            assertThat(rule.path("level").asText()).isEqualTo(row.get("level"));
            assertThat(String.join(";", groups(alert))).isEqualTo(row.get("groups"));
            assertThat(rule.path("description").asText()).matches(Pack.expanded(row.get("description")));
            assertThat(String.join(" ", texts(rule.path("mitre").path("id")))).isEqualTo(row.get("mitre"));
            assertThat(alert.has("full_log"))
                    .as("full_log of rule %s", rule.path("id"))
                    .isEqualTo(row.getOrDefault("no_full_log", "").isEmpty());
        }
    }

    @Test
    void ourPackWouldFireOnWhatIsSaidToHaveFiredIt() throws Exception {
        for (JsonNode alert : ALERTS) {
            String id = alert.path("rule").path("id").asText();
            if (id.startsWith("1001")) {
                String url = alert.path("data").path("url").asText();
                assertThat(Pack.url(id).matcher(url).find()).as(url).isTrue();
                assertThat(alert.path("data").path("id").asText()).isEqualTo("200");
            }
        }
    }

    private static List<String> groups(JsonNode alert) {
        return texts(alert.path("rule").path("groups"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void assertStrings(JsonNode node) {
        if (node.isValueNode()) {
            assertThat(node.isTextual()).as("%s", node).isTrue();
        }
        node.forEach(ShapeTest::assertStrings);
    }
}
