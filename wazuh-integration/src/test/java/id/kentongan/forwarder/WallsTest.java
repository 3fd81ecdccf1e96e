package id.kentongan.forwarder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String ROOT = "id.kentongan.forwarder";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void sourceAndMetricsKnowNobodyAndSettingsOnlyHowSourcesStart() {
        for (String alone : new String[] {"source", "metrics"}) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + alone)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others(alone))
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".settings")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".checkpoint", ROOT + ".forward", ROOT + ".ledger", ROOT + ".metrics")
                .check(CLASSES);
    }

    @Test
    void checkpointKnowsOnlyPositionsAndForwardDoesNotKnowTheRest() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".checkpoint")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".forward", ROOT + ".ledger", ROOT + ".metrics", ROOT + ".settings")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".forward")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".metrics", ROOT + ".settings")
                .check(CLASSES);
    }

    @Test
    void ledgerKnowsOnlyCheckpoints() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ledger")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".forward", ROOT + ".metrics", ROOT + ".settings")
                .check(CLASSES);
    }

    @Test
    void findingsKnowOnlySourcesAndAreTheOnlyOnesToAskOverHttp() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".source.findings")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT, ROOT + ".checkpoint", ROOT + ".forward", ROOT + ".metrics", ROOT + ".settings")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".source.findings")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http")
                .check(CLASSES);
    }

    @Test
    void onlyForwardWritesToKafkaAndOnlyInstallAsksItBesides() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".forward")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka.clients",
                        "org.apache.kafka.clients.producer..",
                        "org.apache.kafka.clients.consumer..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".install")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.admin..")
                .check(CLASSES);
    }

    @Test
    void nobodyKnowsInstallAndOnlyItsLastWordIsForwarded() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".install")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".install")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".install")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".metrics")
                .check(CLASSES);
        // The last word of a source goes the way of all its words.
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".install")
                .and()
                .doNotHaveSimpleName("Retire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".forward")
                .check(CLASSES);
    }

    @Test
    void nobodyTakesTheTimeFromTheAirOrWritesToTheStandardStreams() {
        noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        // What an administrator typed is answered on the terminal, by one class.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".install.Main")
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
    }

    @Test
    void noPackageGoesInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageHasItsSign() {
        JavaPackage root = CLASSES.getPackage(ROOT);
        for (JavaPackage each : root.getSubpackagesInTree()) {
            assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as(each.getName())
                    .isTrue();
        }
        assertThat(root.isAnnotatedWith(NullMarked.class)).isTrue();
    }

    private static String[] others(String but) {
        return java.util.stream.Stream.of("settings", "source", "checkpoint", "forward", "ledger", "metrics")
                .filter(name -> !name.equals(but))
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);
    }
}
