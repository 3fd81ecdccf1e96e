package id.kentongan.forwarder.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OssecConfTest {
    private static final String OURS = "<integration><name>custom-kentongan</name><hook_url>/s</hook_url>"
            + "<alert_format>json</alert_format></integration>";
    private static final String PLAIN = "<integration><name>slack</name></integration>";
    private static final String JSON =
            "<integration><name>custom-x</name><alert_format>json</alert_format></integration>";

    @Test
    void blockGoesBeforeAllOthersAndTheRestStaysAsItIs() {
        OssecConf then = new OssecConf(FakeWazuh.CONF).withOurs("/s").orElseThrow();

        assertThat(then.inOrder()).isTrue();
        assertThat(then.blocks())
                .extracting(block -> block.field("name"))
                .containsExactly("custom-kentongan", "slack", "custom-other");
        String added = """
                  <!-- Kentongan: stays before every block without JSON. -->
                  <integration>
                    <name>custom-kentongan</name>
                    <hook_url>/s</hook_url>
                    <alert_format>json</alert_format>
                  </integration>
                """;
        assertThat(then.text()).contains(added);
        assertThat(then.text().replace(added, "")).isEqualTo(FakeWazuh.CONF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ossec_config></ossec_config>",
                "<ossec_config>\n</ossec_config>\n<ossec_config>\n</ossec_config >",
                "<ossec_config>\r\n  <integration>\r\n<name>x</name></integration>\r\n</ossec_config>\r\n",
                "<ossec_config>" + PLAIN + JSON + "</ossec_config>",
                "<ossec_config>\n\t" + JSON + "\n\t<!-- " + OURS + " -->\n</ossec_config>"
            })
    void whatWasPutInLeavesNothingBehindWhenItIsTakenOut(String text) {
        OssecConf then = new OssecConf(text).withOurs("/s").orElseThrow();

        assertThat(then.inOrder()).isTrue();
        assertThat(then.blocks().get(0).ours()).isTrue();
        assertThat(then.withoutOurs().text()).isEqualTo(text);
        assertThat(then.withOurs("/s").orElseThrow().text()).isEqualTo(then.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN + OURS,
                OURS + OURS,
                "<!-- " + OURS + " -->",
                "<integration><name>custom-kentongan</name></integration>",
                PLAIN
            })
    void blockBehindOneWithoutJsonOrDoubledOrWithoutJsonIsNotInOrder(String blocks) {
        OssecConf conf = new OssecConf("<ossec_config>" + blocks + "</ossec_config>");

        assertThat(conf.inOrder()).isFalse();
        assertThat(conf.withOurs("/s").orElseThrow().inOrder()).isTrue();
    }

    @Test
    void blockBehindOneWithJsonIsInOrder() {
        assertThat(new OssecConf("<ossec_config>" + JSON + OURS + PLAIN + "</ossec_config>").inOrder())
                .isTrue();
    }

    @Test
    void withoutARootThereIsNoPlace() {
        for (String text : List.of("", "<agent_config></agent_config>", "<!-- </ossec_config> -->", "<!-- open")) {
            assertThat(new OssecConf(text).withOurs("/s")).isEmpty();
        }
    }

    @Test
    void lastAlertLevelCountsAndThreeIsUsual() {
        assertThat(new OssecConf(FakeWazuh.CONF).alertLevel()).isEqualTo("5");
        assertThat(new OssecConf("<!-- <log_alert_level>9</log_alert_level> -->").alertLevel())
                .isEqualTo("3");
    }
}
