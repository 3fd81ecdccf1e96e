package id.kentongan.allinone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String HERE = "id.kentongan.allinone";
    private static final JavaClasses LAUNCHER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HERE);

    @Test
    void whoMayKnowWhom() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("main")
                .definedBy(HERE)
                .layer("verb")
                .definedBy(HERE + ".verb")
                .layer("console")
                .definedBy(HERE + ".console")
                .layer("topic")
                .definedBy(HERE + ".topic")
                .layer("parts")
                .definedBy(HERE + ".parts")
                .layer("part")
                .definedBy(HERE + ".part")
                .layer("instance")
                .definedBy(HERE + ".instance")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("verb")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("console")
                .mayOnlyBeAccessedByLayers("main", "verb")
                .whereLayer("topic")
                .mayOnlyBeAccessedByLayers("verb")
                .whereLayer("parts")
                .mayOnlyBeAccessedByLayers("main", "verb", "console")
                .whereLayer("part")
                .mayOnlyBeAccessedByLayers("main", "console", "parts")
                .check(LAUNCHER);
    }

    @Test
    void noPackagesInACircle() {
        slices().matching(HERE + ".(*)..").should().beFreeOfCycles().check(LAUNCHER);
    }

    @Test
    void everyPackageIsSigned() {
        JavaPackage root = LAUNCHER.getPackage(HERE);

        assertThat(root.getSubpackagesInTree()).isNotEmpty();
        assertThat(root.isAnnotatedWith(NullMarked.class)).isTrue();
        assertThat(root.getSubpackagesInTree())
                .allMatch(it -> it.isAnnotatedWith(NullMarked.class), "has a NullMarked package-info");
    }

    @Test
    void onlyTheMainClassKnowsTheStandardStreamsAndTheEnvironment() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HERE + ".Kentongan")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(LAUNCHER);
    }

    @Test
    void keepingAProcessRunningKnowsNoKafkaNoSqlAndNoHttp() {
        noClasses()
                .that()
                .resideInAnyPackage(HERE + ".part", HERE + ".instance")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..", "java.sql..", "java.net.http..", "com.fasterxml..")
                .check(LAUNCHER);
    }

    @Test
    void theClockComesIn() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(LAUNCHER);
    }

    @Test
    void verbsLeaveProcessesToOthers() {
        classes()
                .that()
                .resideInAPackage(HERE + ".verb")
                .should()
                .onlyDependOnClassesThat()
                .doNotBelongToAnyOf(ProcessBuilder.class, Process.class)
                .check(LAUNCHER);
    }
}
