package id.kentongan.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log as it is configured, of a process of its own. */
class LogLinesTest {
    @ParameterizedTest
    @CsvSource({"log4j2.xml, '\\d{4}-\\d\\d-\\d\\dT\\S+ WARN  LogLinesTest '", "log4j2-journal.xml, '<4>LogLinesTest '"
    })
    void eventIsOneLineWithItsExceptionAndWithoutControlCharacters(String configuration, String head) throws Exception {
        List<String> lines = run(configuration);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches(head + "file a ERROR b \\[31m c .*IllegalStateException: outer .*inner .*");
        assertThat(lines.get(1)).endsWith("second");
        assertThat(lines).noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
    }

    @Test
    void bothConfigurationsDifferOnlyInTheirHead() throws Exception {
        assertThat(body("log4j2.xml")).isEqualTo(body("log4j2-journal.xml"));
    }

    private static String body(String name) throws Exception {
        try (var in = LogLinesTest.class.getResourceAsStream("/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("%logger"));
        }
    }

    private static List<String> run(String configuration) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-Dlog4j2.configurationFile=" + configuration,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LogLinesTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said.lines().toList();
    }

    public static void main(String[] args) {
        Logger log = LogManager.getLogger(LogLinesTest.class);
        Exception inner = new IllegalArgumentException("inner\n<3>forged");
        log.warn("file {}", "a\nERROR b\u001b[31m\u0085c", new IllegalStateException("outer\r\n", inner));
        log.info("second");
    }
}
