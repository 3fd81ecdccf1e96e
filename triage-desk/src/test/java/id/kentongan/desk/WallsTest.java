package id.kentongan.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class WallsTest {
    private static final String DESK = "id.kentongan.desk";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(DESK);

    @Test
    void everyPackageHasASign() {
        JavaPackage desk = CODE.getPackage(DESK);

        assertThat(desk.getSubpackagesInTree())
                .isNotEmpty()
                .allMatch(one -> one.isAnnotatedWith(NullMarked.class), "is NullMarked");
        assertThat(desk.isAnnotatedWith(NullMarked.class)).isTrue();
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching(DESK + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void casesAreHeldWithoutWebSqlKafkaOrJson() {
        classes()
                .that()
                .resideInAPackage(DESK + ".casefile")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DESK + ".casefile", "id.kentongan.contracts", "java..", "org.jspecify..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(DESK + ".casefile")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CODE);
    }

    @Test
    void onlyTheInboxAndTheOutboxKnowKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DESK + ".inbox", DESK + ".outbox")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CODE);
    }

    @Test
    void screensDoNotKnowTheInbox() {
        noClasses()
                .that()
                .resideInAnyPackage(DESK + ".queue", DESK + ".analysis", DESK + ".page", DESK + ".people")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DESK + ".inbox")
                .check(CODE);
    }

    @Test
    void pagesServeEveryFeatureAndKnowNone() {
        noClasses()
                .that()
                .resideInAPackage(DESK + ".page")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DESK + ".queue", DESK + ".analysis", DESK + ".people", DESK + ".shelf")
                .check(CODE);
    }

    @Test
    void controllersAreNobodysBusinessOutsideTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .bePackagePrivate()
                .check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses().should().callMethod(Instant.class, "now").check(CODE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Desk.class.getName())
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(CODE);
    }

    @Test
    void nothingIsPrinted() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CODE);
    }
}
