package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * More source addresses than fit neither fill the heap nor stop the job, and an attack among them is found. {@code
 * -Dengine.addresses=1000000 -Dengine.heap=512m} makes it the flood of an hour that the job is built for.
 */
class FloodOfAddressesIT {
    @Test
    void heapStaysBoundedAndTheAttackIsFound() throws Exception {
        Process flood = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + System.getProperty("engine.heap", "160m"),
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FloodOfAddresses.class.getName(),
                        System.getProperty("engine.addresses", "150000")))
                .redirectErrorStream(true)
                .start();
        try {
            String told = new String(flood.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(flood.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(flood.exitValue()).as(told).isZero();
            assertThat(told).contains("1 matches");
        } finally {
            flood.destroyForcibly();
        }
    }
}
