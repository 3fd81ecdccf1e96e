package id.kentongan.job.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Evidence;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wazuh 5 becomes the same alert as Wazuh 4, or is refused with a reason. */
class Wazuh5Test {
    private static final String LOGIN = Wazuh5Samples.LOGIN;

    @Test
    void loginFindingLandsWhereRulesLookForIt() {
        Alert alert = alert(LOGIN);

        assertThat(alert.generation()).isEqualTo(5);
        assertThat(alert.time()).isEqualTo(Instant.parse("2026-11-21T03:05:11Z"));
        assertThat(alert.agent()).isEqualTo("kab-1/007");
        assertThat(alert.agentName()).isEqualTo("arsip-01");
        assertThat(alert.agentIp()).isEqualTo("192.0.2.70");
        assertThat(alert.level()).isEqualTo(8);
        assertThat(alert.severity()).isEqualTo("medium");
        assertThat(alert.action()).isEqualTo(Action.AUTHENTICATION_FAILURE);
        assertThat(alert.sourceIp()).isEqualTo("198.51.100.23");
        assertThat(alert.user()).isEqualTo("bendahara");
        assertThat(alert.description()).isEqualTo("SSH login failed for bendahara");
        assertThat(alert.techniques()).containsExactly("T1110", "T1110.001");
        assertThat(alert.excerpt()).startsWith("Nov 21 10:05:11 arsip-01 sshd");
        assertThat(alert.process()).isEqualTo("sshd");
    }

    @Test
    void webFindingTellsRequestAndExploit() {
        Alert alert = alert(Wazuh5Samples.WEB);

        assertThat(alert.action()).isEqualTo(Action.EXPLOIT);
        assertThat(alert.severity()).isEqualTo("high");
        assertThat(alert.url()).isEqualTo("/izin/unduh.php?f=../../etc/passwd");
        assertThat(alert.status()).isEqualTo("200");
        assertThat(alert.method()).isEqualTo("GET");
        assertThat(alert.sourceIp()).isEqualTo("203.0.113.66");
        assertThat(alert.agentIp()).isNull();
    }

    @Test
    void engineEventWithoutARuleIsAnAlertOfUnknownSeverityThatOnlyOurRulesJudge() {
        Alert alert = alert(Wazuh5Samples.EVENT);

        assertThat(alert.ruleId()).isEqualTo("-");
        assertThat(alert.severity()).isNull();
        assertThat(alert.level()).isZero();
        assertThat(alert.action()).isEqualTo(Action.AUTHENTICATION_FAILURE);
        assertThat(alert.description()).isEqualTo("Failed password for bendahara");
    }

    @Test
    void bothSpacesWritingOneEventAreOneAlert() {
        String custom = Wazuh5Samples.EVENT.replace("\"standard\"", "\"custom\"");

        assertThat(alert(custom).key()).isEqualTo(alert(Wazuh5Samples.EVENT).key());
        assertThat(alert(LOGIN).key())
                .as("what Wazuh's own rule found is told apart from the bare event")
                .isNotEqualTo(alert(custom).key());
    }

    @Test
    void caseEditOfAFindingIsTheSameAlert() {
        String edited = Wazuh5Samples.WEB.replace("ACKNOWLEDGED", "CLOSED");
        String anonymous = Wazuh5Samples.WEB
                .replace("\"event\":{\"id\":\"11111111-2222-4333-8444-555555555502\"},", "")
                .replace(",\"doc_id\":\"doc-0002\"", "");

        assertThat(alert(edited).key()).isEqualTo(alert(Wazuh5Samples.WEB).key());
        assertThat(alert(anonymous.replace("ACKNOWLEDGED", "CLOSED")).key())
                .isEqualTo(alert(anonymous).key());
        assertThat(alert(anonymous.replace("12", "13")).key())
                .isNotEqualTo(alert(anonymous).key());
    }

    @Test
    void withoutItsEventIdAFindingIsKnownByTheDocumentItCameFrom() {
        String old = LOGIN.replace("\"event\":{\"id\":\"11111111-2222-4333-8444-555555555501\"},", "");

        assertThat(alert(old).key()).isEqualTo("kab-1|doc-0001|aaaaaaaa-0000-5000-8000-000000000001|007");
    }

    @ParameterizedTest
    @CsvSource({
        "informational, informational, 3",
        "low, low, 5",
        "Medium, medium, 8",
        "high, high, 12",
        "critical, critical, 15"
    })
    void levelWordsBecomeTheNumbersOfWazuh4(String written, String severity, int level) {
        Alert alert = alert(LOGIN.replace("\"level\":\"medium\"", "\"level\":\"" + written + "\""));

        assertThat(alert.severity()).isEqualTo(severity);
        assertThat(alert.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"level\":\"severe\",", "\"level\":7,", "\"level\":{},", "\"level\":[],"})
    void absentOrStrangeLevelIsUnknownAndNeverLow(String level) {
        assertThat(alert(LOGIN.replace("\"level\":\"medium\",", level)).severity())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,", "1, informational", "6, low", "7, medium", "13, high", "16, critical"})
    void numbersOfWazuh4HaveTheirWordToo(int level, String severity) {
        String old =
                "{\"timestamp\":\"2026-11-02T08:14:31Z\",\"manager\":{\"name\":\"m\"},\"rule\":{\"id\":\"5\",\"level\":"
                        + level + "}}";

        assertThat(alert(old).generation()).isEqualTo(4);
        assertThat(alert(old).severity()).isEqualTo(severity);
        assertThat(alert(old.replace(",\"level\":" + level, "")).severity()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T03:05:12.481Z, 2026-11-20T03:05:12.481Z",
        "2026-11-20T03:05:12.480Z, 2026-11-21T03:05:12.481Z",
        "2026-11-21T03:10:12.481Z, 2026-11-21T03:10:12.481Z",
        "2026-11-21T03:10:12.482Z, 2026-11-21T03:05:12.481Z",
        "1999-01-01T00:00:00Z, 2026-11-21T03:05:12.481Z",
        "yesterday, 2026-11-21T03:05:12.481Z"
    })
    void theLogsOwnTimeIsBelievedOnlyNearTheMomentOfProcessing(String start, Instant meant) {
        assertThat(alert(LOGIN.replace("2026-11-21T03:05:11.000Z", start)).time())
                .isEqualTo(meant);
    }

    @Test
    void fractionOfNineDigitsIsRead() {
        String exact = LOGIN.replace("2026-11-21T03:05:12.481Z", "2026-11-21T03:05:12.481234567Z")
                .replace("\"start\":\"2026-11-21T03:05:11.000Z\",", "");

        assertThat(alert(exact).time()).isEqualTo(Instant.parse("2026-11-21T03:05:12.481234567Z"));
    }

    @Test
    void arraysWhereAStringIsUsualGiveTheirFirst() {
        Alert alert = alert(LOGIN.replace("\"outcome\":\"failure\"", "\"outcome\":[\"failure\"]")
                .replace("\"id\":\"007\"", "\"id\":[\"007\",\"008\"]")
                .replace("\"node\":\"kab-1\"", "\"node\":[\"kab-1\"]")
                .replace("\"level\":\"medium\"", "\"level\":[\"medium\"]")
                .replace("[\"T1110\"]", "\"T1110\"")
                .replace("[\"192.0.2.70\",\"192.0.2.71\"]", "\"192.0.2.70\""));

        assertThat(alert).isEqualTo(withHash(alert(LOGIN), alert.sha256()));
    }

    @Test
    void findingWithoutAgentAddressOrAgentIsAnAlertAllTheSame() {
        assertThat(alert(LOGIN.replace(",\"host\":{\"ip\":[\"192.0.2.70\",\"192.0.2.71\"]}", ""))
                        .agentIp())
                .isNull();
        assertThat(alert("{\"@timestamp\":\"2026-11-21T03:05:12Z\",\"wazuh\":{\"rule\":{}}}")
                        .agent())
                .isEqualTo("-/-");
    }

    @Test
    void megabyteOfOriginalLogIsCutToItsExcerpt() {
        String excerpt =
                alert(LOGIN.replace("Nov 21 10:05:11", "x".repeat(1 << 20))).excerpt();

        assertThat(excerpt).hasSize(Evidence.EXCERPT_BYTES);
    }

    @Test
    void withoutASourceTheRelatedAddressThatIsNeitherAgentNorTargetStandsIn() {
        String related = LOGIN.replace("\"source\":{\"ip\":\"198.51.100.23\",\"port\":60112},", "")
                .replace("\"related\":{\"ip\":[", "\"related\":{\"ip\":[\"192.0.2.71\",\"192.0.2.70\",");

        assertThat(alert(related).sourceIp()).isEqualTo("198.51.100.23");
        assertThat(alert(related.replace(",\"198.51.100.23\"]", "]")).sourceIp())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "authentication, start, authentication-success, success, authentication-success",
        "authentication, end, logout, success, other",
        "authentication, start, login, failure, authentication-failure",
        "authentication, start, login, unknown, other",
        "file, creation, added, success, file-added",
        "file, change, modified, success, file-changed",
        "file, deletion, deleted, success, other",
        "intrusion_detection, info, alert, unknown, ids",
        "iam, group, creation, success, other",
        "web, access, access, failure, other"
    })
    void actionIsWhatTheLogSaysHappened(String category, String type, String action, String outcome, String meant) {
        String document = """
                {"@timestamp":"2026-11-21T03:05:12Z","event":{"category":["%s"],"type":["%s"],"action":"%s",
                "outcome":"%s"},"wazuh":{"event":{"id":"e"}}}""".formatted(category, type, action, outcome);

        assertThat(alert(document).action().written()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /wp-admin/async-upload.php?x=1, 200, upload",
        "POST, /berita?kembali=/upload, 200, other",
        "POST, /upload.php, 403, other",
        "GET, /wp-content/uploads/a.PHTML?c=id, 200, script-request",
        "GET, /wp-content/uploads/a.php, 404, other",
        "GET, /uploads/a.jpg, 200, other",
        "GET, /index.php?f=/uploads/a.php, 200, other"
    })
    void requestsToUploadPathsAndForScriptsBelowThemAreTold(String method, String url, int status, String meant) {
        String document = """
                {"@timestamp":"2026-11-21T03:05:12Z","event":{"category":["web"]},"url":{"original":"%s"},
                "http":{"request":{"method":"%s"},"response":{"status_code":%d}},"wazuh":{"event":{"id":"e"}}}""".formatted(url, method, status);

        assertThat(alert(document).action().written()).isEqualTo(meant);
    }

    @Test
    void aUserThatWasMadeIsAnAccountAdded() {
        String document = """
                {"@timestamp":"2026-11-21T03:05:12Z","event":{"category":["iam"],"type":["user","creation"]},
                "wazuh":{"event":{"id":"e"}}}""";

        assertThat(alert(document).action()).isEqualTo(Action.ACCOUNT_ADDED);
    }

    @ParameterizedTest
    @CsvSource({
        "attack.t1595.002, reconnaissance",
        "attack.reconnaissance, reconnaissance",
        "attack.t1190, exploit",
        "attack.t11900, other"
    })
    void ruleTagsTellTheActionWhereTheLogDoesNot(String tag, String meant) {
        assertThat(alert(Wazuh5Samples.WEB.replace("\"attack.t1190\"", "\"" + tag + "\""))
                        .action()
                        .written())
                .isEqualTo(meant);
    }

    @Test
    void documentOfWazuh4AmongThoseOfWazuh5IsReadAsWhatItIsAndTheReverse() {
        String four = "{\"timestamp\":\"2026-11-02T08:14:31Z\",\"manager\":{\"name\":\"m\"},\"rule\":{\"id\":\"5\"}}";

        assertThat(alert(four).generation()).isEqualTo(4);
        assertThat(alert(LOGIN).generation()).isEqualTo(5);
    }

    @Test
    void documentWithMarksOfBothGenerationsIsRefused() {
        assertThat(reason(LOGIN.replace("{\"@timestamp\"", "{\"manager\":{\"name\":\"m\"},\"@timestamp\"")))
                .isEqualTo("mixed-shape");
        assertThat(reason(LOGIN.replace("{\"@timestamp\"", "{\"rule\":{\"level\":5},\"@timestamp\"")))
                .isEqualTo("mixed-shape");
    }

    @Test
    void ruleAndAgentOfTheLogSourceAreNotThoseOfWazuh() {
        Alert alert = alert(
                LOGIN.replace(
                        "{\"@timestamp\"",
                        "{\"rule\":{\"id\":\"5715\",\"name\":\"x\"},\"agent\":{\"id\":\"666\"},\"cluster\":{\"node\":\"evil\"},\"@timestamp\""));

        assertThat(alert.ruleId()).startsWith("aaaaaaaa");
        assertThat(alert.agent()).isEqualTo("kab-1/007");
    }

    @Test
    void whatIsNeitherGenerationOrHasNoTimeIsRefusedWithItsReason() {
        assertThat(reason("{\"@timestamp\":\"2026-11-21T03:05:12Z\",\"wazuh\":{\"space\":{}},\"message\":\"x\"}"))
                .isEqualTo("unknown-shape");
        assertThat(reason("{\"@timestamp\":\"2026-11-21T03:05:12Z\",\"wazuh\":\"5\",\"rule\":{\"id\":\"5\"}}"))
                .isEqualTo("unknown-shape");
        assertThat(reason(LOGIN.replace("2026-11-21T03:05:12.481Z", "later"))).isEqualTo("no-time");
        assertThat(reason(LOGIN.replace("\"linux\"", "\"custom-kentongan\""))).isEqualTo("own-alert");
    }

    private static Alert withHash(Alert alert, String sha256) {
        return WazuhAlerts.but(alert, alert.time(), alert.agentId(), sha256);
    }

    private static Alert alert(String json) {
        return WazuhAlerts.read(json.getBytes(UTF_8));
    }

    private static String reason(String json) {
        return new Intake().read(json.getBytes(UTF_8), "0/0").reason();
    }
}
