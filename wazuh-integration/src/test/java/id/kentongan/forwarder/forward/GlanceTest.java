package id.kentongan.forwarder.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'cluster':{'name':'c','node':'n1'},'manager':{'name':'m'},'agent':{'id':'001'}} | n1/001",
                "{'agent':{'id':'001'},'manager':{'name':'m'}} | m/001",
                "{'agent':{'name':'x'},'manager':{}} | -/-",
                "{'agent':{'id':7,'labels':{'id':'no'}},'manager':'m'} | -/7",
                "{'data':{'agent':{'id':'9'}},'agent':{'id':{'x':1}}} | -/-",
                "{} | -/-",
                "{'agent':{'id':''}} | -/-",
                "[1] | src",
                "{'agent':{'id':'001'} | src",
                "rubbish | src",
                "{'wazuh':{'cluster':{'name':'c','node':'n5'},'agent':{'id':'007','host':{'id':'h'}}}} | n5/007",
                "{'agent':{'id':'666'},'cluster':{'node':'x'},'wazuh':{'agent':{'id':'007'},'cluster':{'name':'c'}}} | c/007",
                "{'wazuh':{'agent':{'id':['007','008',{'a':[]}]},'cluster':{'node':['n5']}},'x':1} | n5/007",
                "{'wazuh':{'agent':{'id':[]},'cluster':{'node':[{'a':1},2]}},'agent':{'id':'1'}} | -/-",
                "{'wazuh':5,'agent':{'id':'001'},'manager':{'name':'m'}} | m/001"
            })
    void keyIsNodeAndAgentOrTheSourcesName(String line, String key) {
        assertThat(glance(line.replace('\'', '"')).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-02T08:00:00.000+0700",
                "2026-11-02T08:00:00+07:00",
                "2026-11-02T01:00:00Z",
                "2026-11-02T01:00:00.000000000Z",
                "2026-11-02T01:00:00.0+0000"
            })
    void timestampIsReadInEveryForm(String timestamp) {
        assertThat(glance("{\"timestamp\":\"" + timestamp + "\"}").time())
                .isEqualTo(Instant.parse("2026-11-02T01:00:00Z"));
    }

    @Test
    void indexersTimestampStandsIn() {
        assertThat(glance("{\"@timestamp\":\"2026-11-02T01:00:00Z\"}").time()).isNotNull();
        assertThat(glance("{\"timestamp\":\"yesterday\"}").time()).isNull();
        assertThat(glance("{\"timestamp\":\"2026-11-02T08:00:00.000\"}").time()).isNull();
    }

    @Test
    void timeOfWazuh5IsWhenItsEngineSawTheLog() {
        assertThat(glance("{\"@timestamp\":\"2026-11-02T01:00:00.123456789Z\",\"timestamp\":\"2020-01-01T00:00:00Z\","
                                + "\"wazuh\":{\"event\":{\"id\":\"e\"}}}")
                        .time())
                .isEqualTo(Instant.parse("2026-11-02T01:00:00.123456789Z"));
    }

    @Test
    void invalidUtf8ElsewhereDoesNotHideTheKey() {
        byte[] line = "{\"full_log\":\"?\",\"agent\":{\"id\":\"001\"}}".getBytes(StandardCharsets.UTF_8);
        line[13] = (byte) 0xff;

        assertThat(Glance.at(line, "src", new QuickLook()).key()).isEqualTo("-/001");
    }

    private static Glance glance(String line) {
        return Glance.at(line.getBytes(StandardCharsets.UTF_8), "src", new QuickLook());
    }
}
