package id.kentongan.job.rulebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.kentongan.contracts.RuleRecord;
import id.kentongan.contracts.RuleState;
import id.kentongan.job.rulebook.statement.AlertProperties;
import id.kentongan.job.rulebook.statement.EplText;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LintTest {
    static List<Probes.Block> supported() {
        return Probes.blocks("supported.txt");
    }

    static List<Probes.Block> refused() {
        return Probes.blocks("refused.txt");
    }

    @ParameterizedTest
    @MethodSource("supported")
    void aSupportedShapePassesAndItsHorizonIsFound(Probes.Block shape) {
        CheckedRule checked = CompilesRules.check(Probes.agent(shape.epl()));

        assertThat(checked.faults()).isEmpty();
        assertThat(requireNonNull(checked.rule()).horizon()).isEqualTo(Duration.parse(shape.words()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aFaultyRuleIsRefusedInTheseWords(Probes.Block rule) {
        CheckedRule checked = CompilesRules.check(Probes.agent(rule.epl()));

        assertThat(checked.rule()).isNull();
        assertThat(checked.faults())
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("rule probe: ").contains(rule.words()));
    }

    @Test
    void theJobRefusesItInTheSameWords() {
        RuleRecord rule = Probes.agent("@Name('match') select * from AgentAlert#keepall");

        assertThatThrownBy(() -> Rulebook.of(List.of(rule)))
                .hasMessage(String.join("; ", CompilesRules.check(rule).faults()));
    }

    @Test
    void allFaultsOfAllStatementsAreToldAtOnce() {
        CheckedRule checked = CompilesRules.check(Probes.agent("extra: 1\n", """
                @Name('match-a') select * from AgentAlert#keepall;
                @Name('match-b') select * from AgentAlert(url regexp 'x') limit 3
                """));

        assertThat(checked.faults())
                .anyMatch(fault -> fault.contains("unknown key extra"))
                .anyMatch(fault -> fault.contains("line 1, column 43: #keepall"))
                .anyMatch(fault -> fault.contains("line 2, column 47: regexp"))
                .anyMatch(fault -> fault.contains("line 2, column 59: limit"));
    }

    @Test
    void aSequenceIsWarnedOfItsManyMatches() {
        assertThat(warnings("sequence")).anyMatch(warning -> warning.contains("N of them give N matches"));
        assertThat(warnings("absence")).noneMatch(warning -> warning.contains("N of them"));
    }

    @Test
    void aFilterThatIsNotIndexedIsWarnedOf() {
        CheckedRule like = CompilesRules.check(Probes.agent("@Name('match') select * from AgentAlert(url like '%x%')"));
        CheckedRule both = CompilesRules.check(
                Probes.agent("@Name('match') select * from AgentAlert(action = 'exploit', url like '%x%')"));

        assertThat(like.warnings()).singleElement().asString().contains("line 1, column 30: costs every alert");
        assertThat(both.warnings()).isEmpty();
    }

    @Test
    void enormousAndDeepTextsAreRefusedQuickly() {
        String deep = "(".repeat(3000) + "level = 1" + ")".repeat(3000);
        String nots = "not (".repeat(20) + "level = 1" + ")".repeat(20);
        String sums = "level" + " + 1".repeat(3500);

        assertThat(faults("@Name('match') select * from AgentAlert(" + deep + ")"))
                .contains("nested deeper than 24");
        assertThat(faults("x".repeat(EplText.MOST_CHARACTERS + 1))).contains("at most 16000: split");
        assertThat(faults("@Name('match') select * from AgentAlert;".repeat(30)))
                .contains("must hold 1 to 20");
        assertThat(CompilesRules.check(Probes.agent("@Name('match') select * from AgentAlert(" + nots + ")"))
                        .faults())
                .isEmpty();
        // Either answer will do; it must not hang and must not throw.
        assertThat(CompilesRules.check(Probes.agent("@Name('match') select * from AgentAlert(" + sums + " = 1)")))
                .isNotNull();
        assertThat(faults("")).contains("holds 0 statements");
    }

    @Test
    void yamlBombsAndEnormousFilesAreRefused() {
        String bomb = "params: {a: &a [x, x], b: &b [*a, *a], c: [*b, *b]}\n";
        RuleRecord long1 = new RuleRecord("probe", "0", RuleState.ACTIVE, "a: " + "x".repeat(20_000), "", null);
        RuleRecord java = Probes.agent("author: !!javax.script.ScriptEngineManager []\n", "select 1 from AgentAlert");
        RuleRecord deep = Probes.agent("author: " + "[".repeat(5000) + "]".repeat(5000) + "\n", "");

        assertThat(CompilesRules.check(Probes.agent(bomb, "")).faults()).anyMatch(fault -> fault.contains("aliases"));
        assertThat(CompilesRules.check(long1).faults()).anyMatch(fault -> fault.contains("rule.yml has 20003"));
        assertThat(CompilesRules.check(java).faults()).isNotEmpty();
        assertThat(CompilesRules.check(deep).faults()).isNotEmpty();
    }

    @Test
    void theListOfPropertiesIsThatOfTheRuleEvent() {
        Set<String> getters = Arrays.stream(RuleEvent.class.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("get")
                        && java.lang.reflect.Modifier.isPublic(method.getModifiers()))
                .map(method -> Introspector.decapitalize(method.getName().substring(3)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(AlertProperties.NAMES).isEqualTo(getters);
    }

    @Test
    void theHowToNamesOnlyWhatIsRefusedAndEveryShapeThatIsSupported() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("kentongan.root"), "docs", "how-to", "write-a-rule.md"));
        Set<String> names = refused().stream().map(Probes.Block::name).collect(Collectors.toSet());

        page.substring(page.indexOf("| clause |"))
                .lines()
                .skip(2)
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> Arrays.stream(line.split("\\|", -1)[1].strip().split("; ", -1)))
                .forEach(clause -> assertThat(names).contains(clause));
        assertThat(page).contains("at most 16,000 characters, 20 statements and 24 brackets deep");
        List<String> shapes = page.substring(page.indexOf("| shape |"), page.indexOf("## What is refused"))
                .lines()
                .skip(2)
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> Arrays.stream(line.split("\\|", -1)[1].strip().split(", ", -1)))
                .toList();
        assertThat(supported()).allSatisfy(shape -> assertThat(shapes).anyMatch(shape.name()::startsWith));
        assertThat(shapes)
                .allSatisfy(named ->
                        assertThat(supported()).anyMatch(shape -> shape.name().startsWith(named)));
    }

    @Test
    void oneEntityForAllTakesNarrowFiltersWithinAnHour() {
        String five = "@Name('match') select a as match from AnyAlert(action = 'file-added')#time(%s) as a"
                + " group by a.entity, a.filePath having count(distinct a.agent) >= 5";

        assertThat(CompilesRules.check(Probes.all(five.formatted("60 min"))).faults())
                .isEmpty();
        assertThat(faultsForAll(five.formatted("61 min"))).contains("with entity all at most PT1H");
        assertThat(faultsForAll(five.formatted("5 min").replace("action = 'file-added'", "filePath is not null")))
                .contains("costs every alert");
        assertThat(faultsForAll(five.formatted("5 min").replace("(action = 'file-added')", "")))
                .contains("costs every alert");
        assertThat(faultsForAll("@Name('match') select a as match from AnyAlert(ruleId = '1')#time(5 min) as a,"
                        + " AnyAlert(ruleId = '2')#time(5 min) as b where a.entity = b.entity"))
                .contains("pairs every alert with every other");
        assertThat(faults(five.formatted("5 min"))).contains("the rule's entity is that of AgentAlert");
    }

    private static String faultsForAll(String epl) {
        return String.join("\n", CompilesRules.check(Probes.all(epl)).faults());
    }

    private static String faults(String epl) {
        return String.join("\n", CompilesRules.check(Probes.agent(epl)).faults());
    }

    private static List<String> warnings(String shape) {
        String epl = supported().stream()
                .filter(block -> block.name().equals(shape))
                .findFirst()
                .orElseThrow()
                .epl();
        return CompilesRules.check(Probes.agent(epl)).warnings();
    }
}
