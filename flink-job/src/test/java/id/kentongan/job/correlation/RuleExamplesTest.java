package id.kentongan.job.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.job.rulebook.RuleExample;
import id.kentongan.job.rulebook.RuleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleExamplesTest {
    private static final Path RULES = Path.of(System.getProperty("kentongan.root"), "rules");

    static Stream<RuleExample> examples() throws IOException {
        List<RuleExample> all = new ArrayList<>();
        for (RuleRecord rule : RuleFolder.read(RULES)) {
            all.addAll(RuleExample.of(RULES.resolve(rule.slug())));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void ruleAnswersItsExample(RuleExample example) throws IOException {
        List<RuleRecord> rules = only(example.slug());

        List<Match> matches = new PlainCorrelation(rules).matches(example.alerts());

        List<Episode> episodes = PlainCorrelation.episodes(matches).values().stream()
                .flatMap(List::stream)
                .toList();
        assertThat(episodes).hasSize(example.findings());
        if (!example.steps().isEmpty()) {
            assertThat(steps(episodes)).isEqualTo(example.steps());
        }
    }

    @Test
    void everyRuleHasAnExampleThatFiresAndOneThatStaysQuiet() throws IOException {
        List<RuleExample> examples = examples().toList();

        for (RuleRecord rule : RuleFolder.read(RULES)) {
            var ofRule = examples.stream()
                    .filter(example -> example.slug().equals(rule.slug()))
                    .toList();
            assertThat(ofRule).as(rule.slug() + " fires").anyMatch(example -> example.findings() > 0);
            assertThat(ofRule).as(rule.slug() + " stays quiet").anyMatch(example -> example.findings() == 0);
        }
    }

    private static List<RuleRecord> only(String slug) throws IOException {
        return RuleFolder.read(RULES).stream()
                .filter(rule -> rule.slug().equals(slug))
                .toList();
    }

    private static Map<String, Long> steps(List<Episode> episodes) {
        Map<String, Long> steps = new TreeMap<>();
        episodes.forEach(episode -> episode.alertsByStep().forEach((step, n) -> steps.merge(step, n, Long::sum)));
        return steps;
    }
}
