package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Evidence;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of Wazuh's alert JSON that a parser can meet. */
class IntakeTest {
    private static final String PLAIN = """
            {"timestamp":"2026-11-02T08:14:31.004+0700","rule":{"level":5,"description":"sshd: authentication failed.",
            "id":"5760","groups":["syslog","sshd","authentication_failed"],"mitre":{"id":["T1110.001","T1021.004"],
            "tactic":["Credential Access"]}},"agent":{"id":"004","name":"web-01","ip":"192.0.2.14"},
            "manager":{"name":"wazuh-1"},"id":"1793582071.4411","full_log":"Failed password for root",
            "data":{"srcip":"203.0.113.9","srcport":"40022","dstuser":"root"}}""";

    private final Intake intake = new Intake();

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T08:14:31+0700, 2026-11-02T01:14:31Z",
        "2026-11-02T08:14:31.0+07:00, 2026-11-02T01:14:31Z",
        "2026-11-02T08:14:31.004+0700, 2026-11-02T01:14:31.004Z",
        "2026-11-02T08:14:31.123456+0000, 2026-11-02T08:14:31.123456Z",
        "2026-11-02T08:14:31.123456789Z, 2026-11-02T08:14:31.123456789Z"
    })
    void timestampsOfEveryShapeAreRead(String written, Instant meant) {
        assertThat(alert(PLAIN.replace("2026-11-02T08:14:31.004+0700", written)).time())
                .isEqualTo(meant);
    }

    @Test
    void fieldsLandWhereRulesLookForThem() {
        Alert alert = alert(PLAIN);

        assertThat(alert.key()).isEqualTo("wazuh-1|1793582071.4411|5760|004");
        assertThat(alert.action()).isEqualTo(Action.AUTHENTICATION_FAILURE);
        assertThat(alert.sourceIp()).isEqualTo("203.0.113.9");
        assertThat(alert.user()).isEqualTo("root");
        assertThat(alert.techniques()).containsExactly("T1110.001", "T1021.004");
        assertThat(alert.excerpt()).isEqualTo("Failed password for root");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|empty",
                "not json|not-json",
                "{\"a\":1|not-json",
                "{\"rule\":{\"id\":\"1\"}}{\"rule\":{\"id\":\"2\"}}|not-json",
                "[1]|not-an-object",
                "{\"timestamp\":\"2026-11-02T08:14:31+0700\"}|unknown-shape",
                "{\"manager\":{\"name\":\"m\"},\"timestamp\":\"2026-11-02T08:14:31+0700\"}|no-rule",
                "{\"rule\":{\"level\":3}}|no-rule",
                "{\"rule\":{\"id\":{}}}|no-rule",
                "{\"rule\":{\"id\":\"5\"}}|no-time",
                "{\"timestamp\":\"yesterday\",\"rule\":{\"id\":\"5\"}}|no-time",
                "{\"timestamp\":\"9999-11-02T08:14:31Z\",\"rule\":{\"id\":\"5\"}}|no-time",
                "{\"timestamp\":\"2026-11-02T08:14:31Z\",\"rule\":{\"id\":\"5\"},\"data\":{\"integration\":\"custom-kentongan\"}}|own-alert",
                "{\"@timestamp\":\"2026-11-02T08:14:31Z\",\"wazuh\":{\"agent\":{\"id\":\"1\"}},\"rule\":{\"id\":\"5\"}}|unknown-shape",
                "{\"wazuh\":{\"rule\":{\"id\":\"x\"}},\"event\":{\"start\":\"2026-11-02T08:14:31Z\"}}|no-time"
            })
    void badInputIsRefusedWithItsReason(String line, String reason) {
        byte[] bytes = line == null ? new byte[0] : line.getBytes(UTF_8);

        assertThat(intake.read(bytes, "0/0")).isEqualTo(new Intake.Reading(null, reason));
    }

    @Test
    void rejectionOfDeepNestingIsAReasonAndNoStackOverflow() {
        byte[] deep = ("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8);

        assertThat(intake.read(deep, "0/0").reason()).isEqualTo("not-json");
    }

    @Test
    void anAlertMayLackEverythingButRuleAndTime() {
        Alert bare = alert("{\"timestamp\":\"2026-11-02T08:14:31Z\",\"rule\":{\"id\":\"5\"}}");

        assertThat(bare.agent()).isEqualTo("-/-");
        assertThat(bare.id()).isEqualTo(bare.sha256());
        assertThat(bare.level()).isZero();
        assertThat(bare.sourceIp()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"203.0.113.9\"]", "{\"a\":1}", "7", "null", "\"-\"", "[]", "true"})
    void aFieldOfAnotherTypeIsNeverACrash(String value) {
        assertThat(alert(PLAIN.replace("\"203.0.113.9\"", value))).isNotNull();
    }

    @Test
    void arraysGiveTheirFirstPlainValue() {
        assertThat(alert(PLAIN.replace("\"203.0.113.9\"", "[\"203.0.113.9\",\"x\"]"))
                        .sourceIp())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void clusterNodeComesBeforeManagerName() {
        assertThat(alert(PLAIN.replace("\"manager\"", "\"cluster\":{\"node\":\"worker-2\"},\"manager\""))
                        .agent())
                .isEqualTo("worker-2/004");
    }

    @Test
    void invalidUtf8IsReadWithReplacement() {
        byte[] bytes = PLAIN.replace("Failed", "F\u00e9iled").getBytes(ISO_8859_1);

        assertThat(WazuhAlerts.read(bytes).excerpt()).startsWith("F\uFFFDiled");
    }

    @Test
    void controlAndDirectionCharactersBecomeVisible() {
        assertThat(alert(PLAIN.replace("Failed password", "a\\u0000b\\u202ec\\nd"))
                        .excerpt())
                .isEqualTo("a\uFFFDb\uFFFDc d for root");
    }

    @Test
    void theExcerptStaysWithinItsBytesAndBetweenCharacters() {
        String excerpt =
                alert(PLAIN.replace("Failed password", "é😀".repeat(2000))).excerpt();

        assertThat(excerpt.getBytes(UTF_8).length).isBetween(Evidence.EXCERPT_BYTES - 4, Evidence.EXCERPT_BYTES);
        assertThat(excerpt).startsWith("é😀é😀").doesNotContain("\uFFFD");
    }

    @Test
    void withoutFullLogTheDecodedFieldsTellTheMost() {
        assertThat(alert(PLAIN.replace("\"full_log\":\"Failed password for root\",", ""))
                        .excerpt())
                .contains("\"srcport\":\"40022\"");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9:4711, 203.0.113.9",
        "::ffff:203.0.113.9, 203.0.113.9",
        "2001:DB8::1, 2001:db8::1",
        "host.example, host.example"
    })
    void addressesAreCanonical(String logged, String canonical) {
        assertThat(alert(PLAIN.replace("203.0.113.9", logged)).sourceIp()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", "localhost"})
    void loopbackIsKeptAsLoggedButIsNoSourceToCorrelateBy(String loopback) {
        Alert alert = alert(PLAIN.replace("203.0.113.9", loopback));

        assertThat(alert.sourceIp()).isEqualTo(loopback);
        assertThat(SourceAddress.of(alert)).isNull();
    }

    @Test
    void dovecotBracketsAreNoPartOfTheUser() {
        assertThat(alert(PLAIN.replace("\"root\"", "\"<violet>\"")).user()).isEqualTo("violet");
    }

    @Test
    void windowsLogonsTellAddressAndUser() {
        Alert alert = alert("""
                {"timestamp":"2026-11-02T08:14:31.004+0700","rule":{"id":"60122","groups":["windows"]},
                "data":{"win":{"eventdata":{"ipAddress":"192.0.2.7","targetUserName":"budi"}}}}""");

        assertThat(alert.sourceIp()).isEqualTo("192.0.2.7");
        assertThat(alert.user()).isEqualTo("budi");
        assertThat(alert.action()).isEqualTo(Action.AUTHENTICATION_FAILURE);
    }

    private static Alert alert(String json) {
        return WazuhAlerts.read(json.getBytes(UTF_8));
    }
}
