package id.kentongan.desk.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.Asset;
import id.kentongan.contracts.Case;
import id.kentongan.contracts.Evidence;
import id.kentongan.contracts.Severity;
import id.kentongan.desk.settings.LogSettings;
import id.kentongan.desk.trial.Samples;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WazuhLinksTest {
    private static final Asset WEB = new Asset("wazuh-1", "004", "web-01", null);
    private static final String FOUR = "https://w4.example/app#?_g=(time:(from:'{from}',to:'{to}'))&_q='{query}'";
    private static final String FIVE = "https://w5.example/?agent={agent}&q={query}";

    private final WazuhLinks links = new WazuhLinks(new LogSettings(7, 1000, FOUR, FIVE));

    @Test
    void evidenceIsFoundByMachineAddressAndTime() {
        String link = links.of(Samples.evidence("a", Samples.START, "failure"), WEB);

        assertThat(link).startsWith("https://w4.example/app#?_g=(time:(from:'2026-11-02T01%3A09%3A31Z',");
        assertThat(decoded(link))
                .contains("to:'2026-11-02T01:19:31Z'")
                .contains("agent.id:\"004\" and (data.srcip:\"203.0.113.9\" or data.win.eventdata.ipAddress:\"203");
    }

    @Test
    void withoutAddressItIsTheAccount() {
        Evidence evidence = Samples.evidence("a", Samples.START, "x", null, "root", "x");

        assertThat(decoded(links.of(evidence, WEB)))
                .contains("data.dstuser:\"root\"")
                .doesNotContain("srcip");
    }

    @Test
    void anAlertOfWazuh5IsLookedUpThere() {
        Evidence one = Samples.evidence("a", Samples.START, "x");
        Evidence five = new Evidence(
                "a",
                Samples.START,
                "x",
                "0b1d-uuid",
                5,
                "x",
                one.sourceIp(),
                null,
                null,
                null,
                "x",
                one.sha256(),
                "0/1");

        assertThat(decoded(links.of(five, WEB)))
                .startsWith("https://w5.example/?agent=004&q=wazuh.agent.id:\"004\" and (source.ip:\"203.0.113.9\"");
    }

    @Test
    void theCaseIsFoundByAllItsAddresses() {
        Case content = Samples.plain("c", 1, Severity.HIGH, "x");

        assertThat(decoded(links.of(content)))
                .contains("from:'2026-11-02T01:09:31Z',to:'2026-11-02T01:21:01Z'")
                .contains("data.srcip:\"203.0.113.9\"");
    }

    @Test
    void whatAnAttackerWroteStaysAValue() {
        String evil = "x\" or agent.id:* or \"'),!(a:b)&x=1#\\ \u202e<script>" + Samples.HOSTILE;
        String link = links.of(Samples.evidence("a", Samples.START, "x", evil, null, "x"), WEB);
        String query = decoded(link.substring(link.indexOf("_q='") + 4, link.length() - 1));

        assertThat(URI.create(link).getHost()).isEqualTo("w4.example");
        assertThat(link.substring(link.indexOf("_q='") + 4, link.length() - 1)).matches("[A-Za-z0-9%._-]+");
        assertThat(query).startsWith("agent.id:\"004\" and (data.srcip:\"x\\\" or agent.id:* or \\\"!'),!!(a:b)");
    }

    @Test
    void withoutATemplateThereIsNoLink() {
        WazuhLinks none = new WazuhLinks(new LogSettings(7, 1000, "", ""));

        assertThat(none.of(Samples.evidence("a", Samples.START, "x"), WEB)).isNull();
        assertThat(none.of(Samples.hostile("h"))).isNull();
    }

    private static String decoded(String link) {
        return URLDecoder.decode(link, StandardCharsets.UTF_8);
    }
}
