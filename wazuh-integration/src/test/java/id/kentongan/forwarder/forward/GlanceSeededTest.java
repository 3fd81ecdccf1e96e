package id.kentongan.forwarder.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceSeededTest {
    private static final String ALERT = "{\"timestamp\":\"2026-11-02T08:00:00.000+0700\",\"rule\":{\"level\":5,"
            + "\"groups\":[\"a\",\"b\"],\"mitre\":{\"id\":[]}},\"agent\":{\"id\":\"001\",\"name\":\"web\"},"
            + "\"manager\":{\"name\":\"m\"},\"cluster\":{\"node\":\"n\"},\"full_log\":\"x \\u0000 \\\"y\\\"\",\"data\":{}}";
    private static final String FINDING =
            "{\"@timestamp\":\"2026-11-02T01:00:00.000Z\",\"agent\":{\"id\":[1]},\"wazuh\":{"
                    + "\"event\":{\"id\":\"e\"},\"cluster\":{\"name\":\"c\",\"node\":[\"n\",{}]},\"agent\":{\"id\":[[\"1\"],2]}}}";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingThatIsDoneToALineBreaksTheLook(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] line = mutated((i % 2 == 0 ? ALERT : FINDING).getBytes(StandardCharsets.UTF_8), random);

            Glance glance = Glance.at(line, "src", new QuickLook());

            assertThat(glance.key()).isNotEmpty().hasSizeLessThanOrEqualTo(513);
        }
    }

    @ParameterizedTest(name = "depth {0}")
    @ValueSource(ints = {10, 900, 100_000})
    void deepNestingAndLongNumbersDoNotBreakIt(int depth) {
        assertThat(Glance.at("[".repeat(depth).getBytes(StandardCharsets.UTF_8), "src", new QuickLook())
                        .key())
                .isEqualTo("src");
        String nested = "{\"a\":" + "{\"b\":".repeat(depth) + "1" + "}".repeat(depth) + ",\"agent\":{\"id\":"
                + "9".repeat(depth) + "}}";
        assertThat(Glance.at(nested.getBytes(StandardCharsets.UTF_8), "src", new QuickLook())
                        .key())
                .isNotEmpty();
    }

    private static byte[] mutated(byte[] line, Random random) {
        byte[] bytes = line;
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 2 -> {
                    byte[] twice = Arrays.copyOf(bytes, bytes.length + at);
                    System.arraycopy(bytes, 0, twice, bytes.length, at);
                    bytes = twice;
                }
                default -> bytes[at] = (byte) "{}[]\",:\\".charAt(random.nextInt(8));
            }
        }
        return bytes;
    }
}
