package io.adjudicator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms and bans of docs/architecture.md. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.adjudicator");

    /** From the doors down to the base; a room may use rooms that stand in lines below its own, or beside it in its line. */
    private static final List<List<String>> STOREYS = List.of(
            List.of("cli"),
            List.of("api", "console"),
            List.of("workflow", "embedded"),
            List.of("dealdesk"),
            List.of("notice"),
            List.of("dispute"),
            List.of("review", "credit"),
            List.of("report", "statement", "recount"),
            List.of("adjudication"),
            List.of("ledger", "window", "intake", "casework"),
            List.of("rating", "lint"),
            List.of("contract", "access"),
            List.of("rules"),
            List.of("kernel"));

    @Test
    void roomsAreModulesWithoutCycles() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void arrowsOnlyPointDown() {
        for (int storey = 0; storey < STOREYS.size(); storey++) {
            String[] above = STOREYS.subList(0, storey).stream()
                    .flatMap(List::stream)
                    .map(room -> "io.adjudicator." + room + "..")
                    .toArray(String[]::new);
            for (String room : STOREYS.get(storey)) {
                check(noClasses()
                        .that()
                        .resideInAPackage("io.adjudicator." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .allowEmptyShould(true)
                        .because(room + " stands below"));
            }
        }
    }

    @Test
    void noCycleBetweenRooms() {
        check(slices().matching("io.adjudicator.(*)..").should().beFreeOfCycles());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            org.kie..                  , rules
            org.drools..               , rules
            io.camunda..               , workflow
            org.springframework.web..  , api console
            org.thymeleaf..            , console
            org.springframework.ui..   , console
            picocli..                  , cli
            io.zonky..                 , embedded
            org.apache.hc..            , notice
            """)
    void aLibraryStaysInItsRooms(String library, String rooms) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(rooms.split(" "))
                        .map(room -> "io.adjudicator." + room + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    /** Both read the same rooms; what both need stands there, and neither looks through the other's door. */
    @ParameterizedTest
    @CsvSource({"api, console", "console, api", "console, cli"})
    void noDoorLeadsToAnother(String door, String other) {
        check(noClasses()
                .that()
                .resideInAPackage("io.adjudicator." + door + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.adjudicator." + other + ".."));
    }

    @Test
    void sqlStandsOnlyInStores() {
        check(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveNameNotMatching(".*Store\\$.*")
                .should()
                .callMethod(JdbcClient.class, "sql", String.class));
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        for (String room : List.of("kernel", "rating", "adjudication", "report", "recount", "contract")) {
            for (Class<?> type : List.of(double.class, float.class, Double.class, Float.class)) {
                check(methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("io.adjudicator." + room + "..")
                        .should()
                        .notHaveRawReturnType(type));
            }
        }
    }

    @Test
    void timeIsPassedIn() {
        check(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("TimeConfiguration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
