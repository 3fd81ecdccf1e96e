package id.kentongan.desk.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.kentongan.desk.scan.ReportRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerReportTest {
    private static final String NUCLEI = """
            {"template":"http/cves/2021/x.yaml","template-id":"CVE-2021-41773","info":{"name":"Apache path traversal",\
            "severity":"high","classification":{"cve-id":["CVE-2021-41773"],"cvss-score":7.5}},"host":"izin.example.go.id",\
            "matched-at":"https://izin.example.go.id/cgi-bin/","response":"HTTP/1.1 200 OK",\
            "timestamp":"2026-11-02T09:30:15.123456789+07:00","matcher-status":true}
            {"template-id":"tech-detect","info":{"name":"Technology","severity":"info","classification":null},\
            "host":"10.0.0.5","matched-at":"10.0.0.5:22","matcher-status":true}
            {"template-id":"nothing","info":{"name":"Looked for, not found","severity":"high"},"matcher-status":false}
            """;

    private static final String GVM = """
            <report id="1" content_type="text/xml"><report id="1"><results max="100" start="1">
            <result id="a"><name>Weak TLS</name><creation_time>2026-11-02T02:30:00Z</creation_time>
            <host>10.0.0.5<asset asset_id=""/><hostname>izin</hostname></host><port>443/tcp</port>
            <nvt oid="1.3"><name>Not this name</name><cvss_base>5.9</cvss_base>
            <refs><ref type="cve" id="CVE-2016-2183"/><ref type="url" id="https://example.org"/>
            <ref type="cve" id="CVE-2013-2566"/></refs></nvt>
            <detection><result id="b"><details/></result></detection>
            <threat>Medium</threat><severity>5.0</severity><description>long</description></result>
            </results></report></report>
            """;

    private static final String ZAP = """
            {"@programName":"ZAP","@version":"2.16.0","site":[{"@name":"https://izin.example.go.id","alerts":[
            {"pluginid":"40018","alert":"SQL Injection","name":"SQL Injection","riskcode":"3","riskdesc":"High (Medium)",
            "instances":[{"uri":"https://izin.example.go.id/cari?q=1","method":"GET"},{"uri":"https://izin.example.go.id/b"}]},
            {"alert":"Vulnerable JS Library","riskdesc":"Medium (High)","instances":[],
            "tags":[{"tag":"CVE-2020-11023","link":"https://example.org"}]}]}]}
            """;

    private static final String NESSUS = """
            <?xml version="1.0" ?>
            <NessusClientData_v2><Policy><policyName>Basic</policyName></Policy><Report name="izin">
            <ReportHost name="10.0.0.5"><HostProperties><tag name="host-ip">10.0.0.5</tag></HostProperties>
            <ReportItem port="443" svc_name="www" protocol="tcp" severity="4" pluginID="1" pluginName="OpenSSL &lt; 3.0.7">
            <cve>CVE-2022-3602</cve><cve>CVE-2022-3786</cve><cvss_base_score>7.8</cvss_base_score>
            <cvss3_base_score>9.8</cvss3_base_score><risk_factor>Critical</risk_factor></ReportItem>
            <ReportItem port="0" pluginName="Scan Information"><risk_factor>None</risk_factor></ReportItem></ReportHost>
            <ReportHost name="10.0.0.6"><ReportItem port="22" pluginName="SSH"/></ReportHost></Report></NessusClientData_v2>
            """;

    @Test
    void nucleiLinesBecomeFindingsWithoutThoseThatDidNotMatch() throws ReportRefused {
        assertThat(read(NUCLEI))
                .containsExactly(
                        new ScannedFinding(
                                "Nuclei",
                                "https://izin.example.go.id/cgi-bin/",
                                Instant.parse("2026-11-02T02:30:15Z"),
                                "Apache path traversal",
                                "CVE-2021-41773",
                                "7.5 (high)"),
                        new ScannedFinding("Nuclei", "10.0.0.5:22", null, "Technology", "", "info"));
    }

    @Test
    void anOpenVasReportIsReadAloneOrAsTheProtocolWrapsIt() throws ReportRefused {
        var finding = new ScannedFinding(
                "OpenVAS/GVM",
                "10.0.0.5:443/tcp",
                Instant.parse("2026-11-02T02:30:00Z"),
                "Weak TLS",
                "CVE-2016-2183, CVE-2013-2566",
                "5.0 (medium)");

        assertThat(read(GVM)).containsExactly(finding);
        assertThat(read("<get_reports_response status=\"200\">" + GVM + "</get_reports_response>"))
                .containsExactly(finding);
    }

    @Test
    void aZapReportGivesOneFindingForEachAlertAtItsFirstAddress() throws ReportRefused {
        assertThat(read(ZAP))
                .containsExactly(
                        new ScannedFinding(
                                "OWASP ZAP", "https://izin.example.go.id/cari?q=1", null, "SQL Injection", "", "high"),
                        new ScannedFinding(
                                "OWASP ZAP",
                                "https://izin.example.go.id",
                                null,
                                "Vulnerable JS Library",
                                "CVE-2020-11023",
                                "medium"));
    }

    @Test
    void aNessusReportGivesTheNewerScoreAndTheHostOfEachItem() throws ReportRefused {
        assertThat(read(NESSUS))
                .containsExactly(
                        new ScannedFinding(
                                "Nessus",
                                "10.0.0.5:443",
                                null,
                                "OpenSSL < 3.0.7",
                                "CVE-2022-3602, CVE-2022-3786",
                                "9.8 (critical)"),
                        new ScannedFinding("Nessus", "10.0.0.5", null, "Scan Information", "", "none"),
                        new ScannedFinding("Nessus", "10.0.0.6:22", null, "SSH", "", ""));
    }

    @Test
    void theMarkBeforeUtf8DoesNotMatter() throws ReportRefused {
        assertThat(read("\uFEFF" + NESSUS)).hasSize(3);
        assertThat(read("\uFEFF" + NUCLEI)).hasSize(2);
    }

    /** A file is only read as far as it is fetched from nowhere: no entity is resolved, not even a harmless one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY % e SYSTEM \"http://127.0.0.1:1/x.dtd\"> %e;]>",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE html>"
            })
    void aDocumentTypeIsRefused(String type) {
        String report = "<NessusClientData_v2><Report><ReportHost name=\"h\"><ReportItem pluginName=\"a&e;&b;\"/>"
                + "</ReportHost></Report></NessusClientData_v2>";

        assertThat(refusal(type + report)).isEqualTo(Reason.DOCTYPE);
    }

    @Test
    void anUndeclaredEntityIsRefused() {
        assertThat(refusal(NESSUS.replace("OpenSSL", "&e;"))).isIn(Reason.DOCTYPE, Reason.MALFORMED);
        assertThat(refusal(NESSUS.replace("Critical", "&e;"))).isIn(Reason.DOCTYPE, Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "PK\u0003\u0004",
                "<html><body><script>alert(1)</script></body></html>",
                "<svg onload='alert(1)'/>",
                "{\"name\":\"a package\"}",
                "[1,2,3]",
                "tool,target,finding\n",
                "=cmd|' /C calc'!A0"
            })
    void whatNoScannerWritesIsRefused(String report) {
        assertThat(refusal(report)).isEqualTo(Reason.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {NUCLEI, GVM, ZAP, NESSUS})
    void aReportThatIsCutShortIsRefusedWhole(String report) {
        String whole = report.strip();

        assertThat(refusal(whole.substring(0, whole.length() - 1))).isEqualTo(Reason.MALFORMED);
        assertThat(refusal(whole.substring(0, whole.length() / 2))).isIn(Reason.MALFORMED, Reason.UNKNOWN);
    }

    @Test
    void aFindingWithoutANameSpoilsTheReport() {
        assertThat(refusal(NUCLEI + "{\"unexpected\":1}")).isEqualTo(Reason.MALFORMED);
        assertThat(refusal(NESSUS.replace(" pluginName=\"SSH\"", ""))).isEqualTo(Reason.MALFORMED);
        assertThat(refusal(NESSUS.replace("\"SSH\"", "\"  \""))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void aReportWithoutFindingsIsRefused() {
        assertThat(refusal("{\"@programName\":\"ZAP\",\"@version\":\"2.16.0\",\"site\":[]}"))
                .isEqualTo(Reason.EMPTY);
        assertThat(refusal("<report><report><results/></report></report>")).isEqualTo(Reason.EMPTY);
    }

    @Test
    void nestingDeeperThanAnyScannersIsRefused() {
        assertThat(refusal("<report>".repeat(100_000))).isEqualTo(Reason.BEYOND_LIMITS);
        assertThat(refusal("{\"site\":".repeat(100_000))).isEqualTo(Reason.BEYOND_LIMITS);
        assertThat(refusal("{\"site\":" + "[".repeat(100_000))).isEqualTo(Reason.BEYOND_LIMITS);
        assertThat(refusal("<report>" + ("<" + "a".repeat(300) + ">").repeat(3)))
                .isEqualTo(Reason.BEYOND_LIMITS);
    }

    @Test
    void textsLongerThanAnyScannersAreRefusedWhereTheyWouldBeRead() throws ReportRefused {
        String huge = "x".repeat(60_000);

        assertThat(refusal(NUCLEI.replace("Technology", huge))).isEqualTo(Reason.BEYOND_LIMITS);
        assertThat(refusal(NESSUS.replace("Critical", huge))).isEqualTo(Reason.BEYOND_LIMITS);
        assertThat(read(NUCLEI.replace("HTTP/1.1 200 OK", huge))).hasSize(2);
        assertThat(read(GVM.replace("long", huge))).hasSize(1);
    }

    @Test
    void aThousandFindingsAreTakenAndAMillionRefused() throws ReportRefused {
        String line = "{\"template-id\":\"x\",\"info\":{\"name\":\"n\"}}\n";
        String item = "<ReportItem pluginName=\"n\"/>";

        assertThat(read(line.repeat(1000))).hasSize(1000);
        assertThat(refusal(line.repeat(1001))).isEqualTo(Reason.TOO_MANY);
        assertThat(refusal(line.repeat(1_000_000))).isEqualTo(Reason.TOO_MANY);
        assertThat(refusal("<NessusClientData_v2><Report><ReportHost name=\"h\">" + item.repeat(1_000_000)))
                .isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void valuesOfTheWrongKindAreNoFindings() {
        assertThat(refusal("{\"template-id\":{\"a\":1},\"info\":[1,2]}")).isEqualTo(Reason.MALFORMED);
        assertThat(refusal("{\"template-id\":\"x\",\"info\":\"name\"}")).isEqualTo(Reason.MALFORMED);
        assertThat(refusal("{\"@version\":\"1\",\"site\":{\"alerts\":\"none\"}}"))
                .isEqualTo(Reason.EMPTY);
    }

    @Test
    void namesAreMadeHonestAndCutToALength() throws ReportRefused {
        String written = "a\\u202e\\u0000\\u001b[31m<script>" + "😀".repeat(400);

        String name = read(NUCLEI.replace("Technology", written)).get(1).finding();

        assertThat(name).startsWith("a[U+202E][U+0000][U+001B][31m<script>😀").endsWith("😀…");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(300);
    }

    private static List<ScannedFinding> read(String report) throws ReportRefused {
        return ScannerReport.read(report.getBytes(StandardCharsets.UTF_8)).findings();
    }

    private static Reason refusal(String report) {
        ReportRefused refused = catchThrowableOfType(ReportRefused.class, () -> read(report));
        assertThat(refused).as("refusal").isNotNull();
        return refused.reason();
    }
}
