package id.kentongan.job.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
    private static final Path RULES = Path.of(System.getProperty("kentongan.root"), "rules");
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void theShippedRulesPassLintAndTheirExamples() throws IOException {
        assertThat(run("lint")).isZero();
        assertThat(run("test")).isZero();
        assertThat(told.toString(UTF_8))
                .contains("ok       rule brute-force: looks back PT5M")
                .contains("ok       web-shell: upload, new script, request for it")
                .doesNotContain("FAILED");
    }

    @Test
    void aFaultyRuleFailsLintWithItsPlace() throws IOException {
        Path rule = copyOf("brute-force", "group by failure_next.entity", "");

        assertThat(run("lint", rule.toString())).isOne();
        assertThat(told.toString(UTF_8))
                .contains(
                        "FAULT    rule brute-force: rule.epl line 5, column 1: counts alerts of every entity together");
    }

    @Test
    void anExampleThatIsAnsweredOtherwiseFailsTest() throws IOException {
        Path rule = copyOf("brute-force", "having count(*) >= ${threshold}", "having count(*) >= 13");

        assertThat(run("test", rule.toString())).isOne();
        assertThat(told.toString(UTF_8)).contains("FAILED").contains("expected 1 findings, got 0");
    }

    @Test
    void whatIsNotUnderstoodAndWhereNothingRunsIsSaid() throws IOException {
        assertThat(run("lnt")).isEqualTo(2);
        assertThat(run("lint", "no-such-rule")).isOne();
        assertThat(run("list")).isOne();
        assertThat(told.toString(UTF_8))
                .contains("Usage: ./kentongan rules")
                .contains("no-such-rule is no rule")
                .contains("Start it with ./kentongan up");
    }

    @Test
    void aNewTextKeepsTheStateThatTheTopicKnows() throws IOException {
        RuleRecord fresh = RuleFolder.rule(RULES.resolve("brute-force"));
        RuleRecord off = new RuleRecord("brute-force", "older", RuleState.DISABLED, "", "", null);

        assertThat(PublishRules.inItsState(fresh, List.of(off)).state()).isEqualTo(RuleState.DISABLED);
        assertThat(PublishRules.inItsState(fresh, List.of()).state()).isEqualTo(RuleState.ACTIVE);
    }

    private Path copyOf(String slug, String replaced, String by) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(slug));
        for (String file : List.of("rule.yml", "rule.epl", "tests.yml")) {
            String text = Files.readString(RULES.resolve(slug).resolve(file));
            Files.writeString(copy.resolve(file), file.equals("rule.epl") ? text.replace(replaced, by) : text);
        }
        return copy;
    }

    private int run(String... words) throws IOException {
        PrintStream stream = new PrintStream(told, true, UTF_8);
        return new RulesCommand(RULES, folder.resolve("none"), stream, stream).run(List.of(words));
    }
}
