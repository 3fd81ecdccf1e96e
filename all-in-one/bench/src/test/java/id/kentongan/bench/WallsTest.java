package id.kentongan.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String ROOT = "id.kentongan.bench";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void groundKnowsNoBench() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ground")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".edge", ROOT)
                .check(CLASSES);
    }

    @Test
    void benchesKnowNothingOfTheDoor() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".edge")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void noPackageGoesInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyWritesToTheStandardStreams() {
        noClasses().should().accessField(System.class, "out").check(CLASSES);
        noClasses().should().accessField(System.class, "err").check(CLASSES);
    }

    /** Programs under test are measured from outside, as they are delivered. */
    @Test
    void nothingOfTheForwarderIsOnTheClassPath() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.kentongan.forwarder..")
                .check(CLASSES);
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
}
