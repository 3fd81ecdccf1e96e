package id.kentongan.forwarder.forward;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownKeysTest {
    private final KnownKeys keys = new KnownKeys();

    @Test
    void everyKeyIsItsOwnHoweverManyShareAPlace() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(key("node" + i % 7, "" + i)).isEqualTo("node" + i % 7 + "/" + i);
                assertThat(key("node" + i, "001")).isEqualTo("node" + i + "/001");
            }
        }
    }

    @Test
    void nodeAndAgentAreNotMixedUp() {
        assertThat(key("a", "bc")).isEqualTo("a/bc");
        assertThat(key("ab", "c")).isEqualTo("ab/c");
        assertThat(key("", "abc")).isEqualTo("-/abc");
    }

    @Test
    void sameKeyIsMadeOnceUnlessItIsLong() {
        assertThat(key("n", "1")).isSameAs(key("n", "1"));
        assertThat(key("n".repeat(65), "1")).isNotSameAs(key("n".repeat(65), "1"));
        assertThat(key("n".repeat(300), "1")).isEqualTo("n".repeat(256) + "/1");
    }

    private String key(String node, String agent) {
        byte[] line = (node + agent).getBytes(US_ASCII);
        return keys.key(line, 0, node.length(), node.length(), line.length);
    }
}
