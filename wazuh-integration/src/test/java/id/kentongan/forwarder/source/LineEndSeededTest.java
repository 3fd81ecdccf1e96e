package id.kentongan.forwarder.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEndSeededTest {
    /** Those that differ from a line end in one bit or by one, and those with the highest bit. */
    private static final byte[] NEAR = {0, 9, 11, 8, 26, (byte) 0x8a, (byte) 0x80, (byte) 0xff, 'x'};

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void findsTheFirstLineEndThatALoopFinds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = NEAR[random.nextInt(NEAR.length)];
            }
            for (int ends = random.nextInt(3); ends > 0 && bytes.length > 0; ends--) {
                bytes[random.nextInt(bytes.length)] = '\n';
            }
            int to = random.nextInt(bytes.length + 1);
            int from = random.nextInt(to + 1);

            assertThat(LineEnd.in(bytes, from, to)).as("seed %d, %d", seed, i).isEqualTo(byLoop(bytes, from, to));
        }
    }

    private static int byLoop(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
