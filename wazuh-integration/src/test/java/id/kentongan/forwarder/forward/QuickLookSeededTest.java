package id.kentongan.forwarder.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickLookSeededTest {
    private static final String USUAL =
            "{\"timestamp\":\"2026-11-02T08:00:00.123+0700\",\"rule\":{\"level\":5,\"mail\":true,"
                    + "\"groups\":[\"a\",\"b\"],\"mitre\":{\"id\":[]}},\"agent\":{\"id\":\"001\",\"name\":\"web é\",\"ip\":\"10.0.0.1\"},"
                    + "\"manager\":{\"name\":\"m\"},\"id\":\"1.2\",\"cluster\":{\"name\":\"c\",\"node\":\"n\"},"
                    + "\"full_log\":\"x \\\"y\\\" C:\\\\z\\n\",\"GeoLocation\":{\"lat\":-6.17,\"lon\":106},\"data\":{\"no\":null}}";
    private static final String SPACED =
            "{ \"agent\" : {\"id\" :\"7\"} , \"timestamp\":\"2024-02-29T23:59:59.000-0330\",\"manager\":{ \"name\":\"m\" } }";
    private static final String DOUBLED =
            "{\"agent\":{\"id\":\"1\"},\"agent\":{\"name\":\"x\"},\"agent\":{\"id\":\"2\"},"
                    + "\"timestamp\":\"2026-11-02T08:00:00.000+0000\",\"timestamp\":\"2026-11-02T09:00:00.000+0000\","
                    + "\"manager\":{\"name\":\"m\"},\"cluster\":{\"node\":\"\"}}";
    private static final List<String> HEAD = List.of("timestamp", "rule", "agent", "manager", "id", "cluster");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> PARTS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\\u0041",
            "\\\"",
            "0",
            "-1",
            "01",
            "1.5",
            "1.",
            "2e3",
            "true",
            "null",
            " ",
            "\t",
            "\"wazuh\":{},",
            "\"@timestamp\":\"2026-11-02T08:00:00Z\",",
            "\"agent\":5,",
            "\"agent\":{\"id\":7},",
            "\"cluster\":{\"node\":[\"q\"]},",
            "\"timestamp\":null,",
            "\"\\u0061gent\":{\"id\":\"8\"},",
            "\u00e9",
            "\u0001");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatItTellsIsWhatTheParserTells(long seed) {
        Random random = new Random(seed);
        QuickLook look = new QuickLook();
        int told = 0;
        for (int i = 0; i < 40_000; i++) {
            byte[] line = changed(List.of(USUAL, SPACED, DOUBLED).get(i % 3).getBytes(UTF_8), random);

            Glance quick = look.at(line);

            if (quick != null) {
                told++;
                assertThat(quick)
                        .as("seed %d: %s", seed, new String(line, UTF_8))
                        .isEqualTo(Glance.parsed(lookedAt(line, look.looked()), "src"));
            }
        }
        assertThat(told).as("changes that leave an alert usual").isGreaterThan(4_000);
    }

    /** Of a line that begins as Wazuh's writer makes it only the beginning counts. */
    private static byte[] lookedAt(byte[] line, int looked) {
        String closed = new String(line, 0, looked, UTF_8) + "}";
        return names(closed).equals(HEAD) ? closed.getBytes(UTF_8) : line;
    }

    private static List<String> names(String json) {
        List<String> names = new ArrayList<>();
        try {
            JSON.readTree(json).fieldNames().forEachRemaining(names::add);
        } catch (JsonProcessingException e) {
            names.clear();
        }
        return names;
    }

    @Test
    void brokenTailDoesNotTakeAnAlertOffTheWayOfItsAgent() {
        byte[] broken = USUAL.substring(0, USUAL.length() - 9).getBytes(UTF_8);

        assertThat(new QuickLook().at(broken)).isEqualTo(Glance.parsed(USUAL.getBytes(UTF_8), "src"));
        assertThat(new QuickLook().at(SPACED.substring(0, SPACED.length() - 2).getBytes(UTF_8)))
                .isNull();
    }

    @Test
    void usualAlertNeedsNoParser() {
        QuickLook look = new QuickLook();
        assertThat(look.at(USUAL.getBytes(UTF_8))).isEqualTo(Glance.parsed(USUAL.getBytes(UTF_8), "src"));
        assertThat(look.at(SPACED.getBytes(UTF_8))).isNotNull();
        assertThat(look.at(DOUBLED.getBytes(UTF_8))).isNotNull();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void usualTimeIsTheTimeThatTheFormatterReads(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = String.format(
                    "%04d-%02d-%02dT%02d:%02d:%02d.%03d%s%02d%02d",
                    random.nextInt(10_000),
                    random.nextInt(14),
                    random.nextInt(33),
                    random.nextInt(26),
                    random.nextInt(62),
                    random.nextInt(62),
                    random.nextInt(1000),
                    random.nextBoolean() ? "+" : "-",
                    random.nextInt(20),
                    random.nextInt(62));

            Instant usual = UsualTime.parse(("[" + text).getBytes(UTF_8), 1, text.length() + 1);

            if (usual != null) {
                told++;
                assertThat(usual).as("seed %d: %s", seed, text).isEqualTo(EventTime.parse(text));
            }
        }
        assertThat(told).as("times that are times").isGreaterThan(4_000);
    }

    private static byte[] changed(byte[] line, Random random) {
        byte[] bytes = line;
        for (int edits = random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 2 -> bytes = spliced(bytes, at, at + 1 + random.nextInt(6), "");
                default -> bytes = spliced(bytes, at, at, PARTS.get(random.nextInt(PARTS.size())));
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, String part) {
        byte[] added = part.getBytes(UTF_8);
        int rest = Math.max(0, bytes.length - to);
        byte[] spliced = Arrays.copyOf(bytes, Math.max(1, from + added.length + rest));
        System.arraycopy(added, 0, spliced, from, added.length);
        System.arraycopy(bytes, bytes.length - rest, spliced, from + added.length, rest);
        return spliced;
    }
}
