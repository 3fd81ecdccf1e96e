package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeSeededTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WAZUH_4 = """
            {"timestamp":"2026-11-02T08:14:31.004+0700","rule":{"level":5,"id":"5760","groups":["sshd"]},
            "agent":{"id":"004"},"manager":{"name":"m"},"id":"1793582071.4411","full_log":"x","data":{"srcip":"::1"},
            "syscheck":{"path":"/a/b.php"}}""";
    private static final List<String> LINES =
            List.of(WAZUH_4, Wazuh5Samples.LOGIN, Wazuh5Samples.WEB, Wazuh5Samples.EVENT);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void mutatedLinesGiveAnAlertOrAReasonAndNeverACrash(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = LINES.get(i % LINES.size()).getBytes(UTF_8);
            for (int mutations = 1 + random.nextInt(4); mutations > 0; mutations--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            assertOneOfTwo(bytes);
        }
    }

    /** Fields of other types, absent, doubled in arrays, taken from elsewhere: JSON all the same. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void documentsOfAnotherShapeGiveAnAlertOrAReasonAndNeverACrash(long seed) throws IOException {
        Random random = new Random(seed);
        int taken = 0;
        for (int i = 0; i < 3_000; i++) {
            JsonNode document = JSON.readTree(LINES.get(i % LINES.size()));
            for (int mutations = 1 + random.nextInt(5); mutations > 0; mutations--) {
                mutate(document, random);
            }

            taken += assertOneOfTwo(JSON.writeValueAsBytes(document));
        }
        assertThat(taken).as("most fields are not needed").isGreaterThan(1_000);
    }

    private static int assertOneOfTwo(byte[] bytes) {
        Intake.Reading reading = new Intake().read(bytes, "0/0");
        assertThat((reading.alert() == null) != (reading.reason() == null)).isTrue();
        return reading.alert() == null ? 0 : 1;
    }

    private static void mutate(JsonNode document, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        gather(document, objects);
        ObjectNode at = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        at.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        JsonNode before = at.get(name);
        switch (random.nextInt(8)) {
            case 0 -> at.remove(name);
            case 1 -> at.put(name, random.nextLong());
            case 2 -> at.putNull(name);
            case 3 -> at.putArray(name).add(before).add(before.deepCopy());
            case 4 -> at.putObject(name).set(name, before);
            case 5 -> at.put(name, "\u0000\uD800" + before);
            case 6 -> at.set(name, objects.get(random.nextInt(objects.size())).deepCopy());
            default -> at.putArray(name);
        }
    }

    private static void gather(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(inner -> gather(inner, objects));
        }
    }
}
