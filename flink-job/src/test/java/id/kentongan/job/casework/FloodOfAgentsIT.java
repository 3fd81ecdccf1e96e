package id.kentongan.job.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Agents that come and go for ever do not fill the heap, and an attack among them is found. {@code
 * -Dcasework.agents=1000000 -Dcasework.heap=512m} makes it a million.
 */
class FloodOfAgentsIT {
    @Test
    void heapStaysBoundedAndTheAttackIsFound() throws Exception {
        Process flood = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + System.getProperty("casework.heap", "48m"),
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FloodOfAgents.class.getName(),
                        System.getProperty("casework.agents", "100000")))
                .redirectErrorStream(true)
                .start();
        try {
            String told = new String(flood.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(flood.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(flood.exitValue()).as(told).isZero();
            assertThat(told).contains("1 grave case");
        } finally {
            flood.destroyForcibly();
        }
    }
}
