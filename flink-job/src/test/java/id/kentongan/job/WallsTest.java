package id.kentongan.job;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.kentongan.job.backtest.BacktestCommand;
import id.kentongan.job.quality.EvaluateCommand;
import id.kentongan.job.rulebook.PublishRules;
import id.kentongan.job.rulebook.RulesCommand;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String JOB = "id.kentongan.job";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(JOB);

    @Test
    void packagesFollowTheOrderOfTheData() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(JOB + "..")
                .layer("job")
                .definedBy(JOB)
                .layer("settings")
                .definedBy(JOB + ".settings")
                .layer("intake")
                .definedBy(JOB + ".intake")
                .layer("rulebook")
                .definedBy(JOB + ".rulebook..")
                .layer("rulechange")
                .definedBy(JOB + ".rulechange")
                .layer("correlation")
                .definedBy(JOB + ".correlation")
                .layer("anomaly")
                .definedBy(JOB + ".anomaly")
                .layer("dating")
                .definedBy(JOB + ".dating")
                .layer("decision")
                .definedBy(JOB + ".decision")
                .layer("casework")
                .definedBy(JOB + ".casework")
                .layer("backtest")
                .definedBy(JOB + ".backtest")
                .layer("quality")
                .definedBy(JOB + ".quality")
                .layer("handover")
                .definedBy(JOB + ".handover")
                .layer("metrics")
                .definedBy(JOB + ".metrics")
                .whereLayer("job")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("rulebook")
                .mayOnlyBeAccessedByLayers("rulechange", "correlation", "backtest", "quality", "job")
                .whereLayer("rulechange")
                .mayOnlyBeAccessedByLayers("correlation", "job")
                .whereLayer("correlation")
                .mayOnlyBeAccessedByLayers("backtest", "job")
                .whereLayer("anomaly")
                .mayOnlyBeAccessedByLayers("settings", "decision", "casework", "backtest", "quality", "job")
                .whereLayer("dating")
                .mayOnlyBeAccessedByLayers("rulechange", "decision")
                .whereLayer("decision")
                .mayOnlyBeAccessedByLayers("casework", "job")
                .whereLayer("casework")
                .mayOnlyBeAccessedByLayers("backtest", "quality", "job")
                .whereLayer("backtest")
                .mayOnlyBeAccessedByLayers("quality")
                .whereLayer("quality")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("handover")
                .mayOnlyBeAccessedByLayers("job")
                .whereLayer("metrics")
                .mayOnlyBeAccessedByLayers("job")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(JOB + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void statementsKnowNothingOfTheRestOfTheJob() {
        noClasses()
                .that()
                .resideInAPackage(JOB + ".rulebook.statement")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(JOB + "..").and(resideOutsideOfPackage(JOB + ".rulebook.statement")))
                .check(CLASSES);
    }

    @Test
    void esperLivesInCorrelationAndRulebookOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(JOB + ".correlation", JOB + ".rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.espertech..")
                .check(CLASSES);
    }

    @Test
    void onlyHandoverWritesToKafkaAndTheRulebookToItsOwnTopic() {
        noClasses()
                .that()
                .resideOutsideOfPackages(JOB + ".handover", JOB + ".rulebook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.apache.flink.connector.kafka.sink..")
                .check(CLASSES);
    }

    @Test
    void thinkingKnowsNeitherFlinkNorKafka() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(OpenCase|AgentFile|CaseText|WritesUpCases|Casework|CaseShelf|TakesSignals|TakesFindings|DecisionsAtHand|PlainCasework|Belonging|Board|CaseCard|Gathering|Surprise|Strand|Moment|Scopes|Habit|Signal|Episode|FindingText|Match|MatchRow|Correction|Episodes|Revision|LateLimit|NeedsInForce|JudgesAgain|JudgesLate|PendingAlerts|Shelves|JournalLimits|JudgesThroughChanges|PausedRules|RuleCard|RulesAtWork|RuleHistory|Needs|Completeness|Checks|DatedRule|HeldTime|Exceptions"
                                + "|RuleRuntime|Intake|WazuhTime|Address|PlainText|AlertOrder|Numbering|Clocks|SourceClock|Wazuh4|Wazuh5|Document|EventAction|SeverityWord|Rule|RuleText|RuleEvent)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void nothingPrintsAndNothingAsksTheWallClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(
                        PublishRules.class, RulesCommand.class, BacktestCommand.class, EvaluateCommand.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        CLASSES.getPackage(JOB)
                .getSubpackagesInTree()
                .forEach(found -> assertThat(found.tryGetAnnotationOfType(NullMarked.class))
                        .as(found.getName())
                        .isPresent());
    }

    @Test
    void flinkOperatorsAreFinalAndPublic() {
        classes()
                .that()
                .areAssignableTo(org.apache.flink.api.common.functions.Function.class)
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .check(CLASSES);
    }
}
