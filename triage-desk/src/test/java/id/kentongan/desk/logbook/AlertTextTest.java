package id.kentongan.desk.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertTextTest {
    @Test
    void whatPeopleLookUpByIsReadOfWazuh4() {
        LoggedAlert alert = read("""
                {"timestamp":"2026-11-02T08:14:31.123+0700","id":"1.2","manager":{"name":"wazuh-1"},
                 "agent":{"id":"004","name":"web-01"},"rule":{"id":"5760","level":5,"description":"sshd: failed"},
                 "data":{"srcip":"::FFFF:203.0.113.9","dstuser":"<root>"},"full_log":"Failed password"}
                """).orElseThrow();

        assertThat(alert)
                .isEqualTo(new LoggedAlert(
                        Instant.parse("2026-11-02T01:14:31.123Z"),
                        "wazuh-1/004",
                        "web-01",
                        "5760",
                        5,
                        "sshd: failed",
                        "203.0.113.9",
                        "root",
                        "Failed password"));
    }

    @Test
    void whatPeopleLookUpByIsReadOfWazuh5() {
        LoggedAlert alert = read("""
                {"@timestamp":"2026-11-02T01:14:31Z","wazuh":{"agent":{"id":"004","name":"web-01"},
                 "cluster":{"node":"n1"},"rule":{"id":"ab-1","title":"Login gagal"}},"agent":{"id":"not this"},
                 "source":{"ip":"203.0.113.9"},"user":{"name":["root","x"]},"event":{"original":"Failed"}}
                """).orElseThrow();

        assertThat(alert.machine()).isEqualTo("n1/004");
        assertThat(alert.ruleId()).isEqualTo("ab-1");
        assertThat(alert.sourceIp()).isEqualTo("203.0.113.9");
        assertThat(alert.account()).isEqualTo("root");
        assertThat(alert.excerpt()).isEqualTo("Failed");
    }

    @Test
    void longTextIsCut() {
        LoggedAlert alert = read("{\"timestamp\":\"2026-11-02T01:14:31Z\",\"full_log\":\"" + "x".repeat(5000) + "\"}")
                .orElseThrow();

        assertThat(alert.excerpt()).hasSize(AlertText.EXCERPT);
        assertThat(alert.machine()).isEqualTo("-/-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "null",
                "{}",
                "{\"timestamp\":\"yesterday\"}",
                "{\"timestamp\":\"9999-01-01T00:00:00Z\"}",
                "{\"timestamp\":{\"a\":1}}"
            })
    void whatIsNoAlertIsLeftOut(String text) {
        assertThat(read(text)).isEmpty();
    }

    private static Optional<LoggedAlert> read(String json) {
        return AlertText.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
