package id.kentongan.forwarder.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
        KnownKeys keys = new KnownKeys();
        int told = 0;
        for (int i = 0; i < 40_000; i++) {
            byte[] line = changed(List.of(USUAL, SPACED, DOUBLED).get(i % 3).getBytes(UTF_8), random);

            Glance quick = QuickLook.at(line, keys);

            if (quick != null) {
                told++;
                assertThat(quick)
                        .as("seed %d: %s", seed, new String(line, UTF_8))
                        .isEqualTo(Glance.parsed(line, "src"));
            }
        }
        assertThat(told).as("changes that leave an alert usual").isGreaterThan(4_000);
    }

    @Test
    void usualAlertNeedsNoParser() {
        KnownKeys keys = new KnownKeys();
        assertThat(QuickLook.at(USUAL.getBytes(UTF_8), keys)).isEqualTo(Glance.parsed(USUAL.getBytes(UTF_8), "src"));
        assertThat(QuickLook.at(SPACED.getBytes(UTF_8), keys)).isNotNull();
        assertThat(QuickLook.at(DOUBLED.getBytes(UTF_8), keys)).isNotNull();
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
