package id.kentongan.job.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules filter by is looked up once an alert, however many rules ask: counted by reads of its properties. */
class IndexedFiltersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ruleId = 'r%d'",
                "ruleId in ('r%d', 'q%d')",
                "action = 'a%d'",
                "ruleId = 'r%d', level >= 3",
                "inGroup('web') = true, ruleId = 'r%d'",
                "inGroup('web') = true, action = 'a%d'",
                "inGroup('web'), level = 10%d",
                "action = 'a%d', url like '%%x%%'",
                "ruleId = 'r%d' or action = 'a%d'"
            })
    void fourTimesTheRulesReadAnAlertNoMoreOften(String condition) throws Exception {
        assertThat(reads(condition, 40)).isEqualTo(reads(condition, 10));
    }

    /** So that the test can fail; groups are looked up once for each group that some rule names. */
    @ParameterizedTest
    @ValueSource(strings = {"url like '%%x%d'", "inGroup('g%d') = true"})
    void whatIsNotIndexedIsReadForEveryRule(String condition) throws Exception {
        assertThat(reads(condition, 40)).isEqualTo(4 * reads(condition, 10));
    }

    private static int reads(String condition, int rules) throws Exception {
        Configuration configuration = new Configuration();
        configuration.getCommon().addEventType("AgentAlert", Counted.class);
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        String epl = IntStream.range(0, rules)
                .mapToObj(i -> "select * from AgentAlert(" + condition.formatted(i, i) + ");\n")
                .collect(Collectors.joining());
        EPRuntime esper = EPRuntimeProvider.getRuntime("reads-" + UUID.randomUUID(), configuration);
        esper.getDeploymentService()
                .deploy(EPCompilerProvider.getCompiler().compile(epl, new CompilerArguments(configuration)));
        Counted alert = new Counted();
        esper.getEventService().sendEventBean(alert, "AgentAlert");
        esper.destroy();
        return alert.reads;
    }

    /** The properties of a rule event that matter here, of the same types. */
    public static final class Counted {
        private int reads;

        public String getRuleId() {
            return read("5760");
        }

        public String getAction() {
            return read("exploit");
        }

        public String getUrl() {
            return read("/");
        }

        public int getLevel() {
            return read(5);
        }

        public boolean getInGroup(String group) {
            return read(group.equals("web"));
        }

        private <T> T read(T value) {
            reads++;
            return value;
        }
    }
}
