package org.liudan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liudan.Liudan;
import org.springframework.modulith.core.ApplicationModules;

class HouseTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.liudan");

    @Test
    void every_package_keeps_to_what_it_says_it_depends_on() {
        ApplicationModules.of(Liudan.class).verify();
    }

    @Test
    void calendar_and_engine_know_no_framework_and_no_database() {
        noClasses()
                .that()
                .resideInAnyPackage("org.liudan.calendar", "org.liudan.engine..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void nobody_asks_the_wall_clock_but_the_one_clock_that_is_handed_in() {
        for (var type : List.of(
                Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)) {
            noClasses().should().callMethod(type, "now").check(CLASSES);
            noClasses().should().callMethod(type, "now", java.time.ZoneId.class).check(CLASSES);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.liudan.Liudan")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void no_class_is_named_for_a_layer() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl|Service|Dto)$")
                .check(CLASSES);
    }

    @Test
    void only_orders_writes_the_tables_of_orders() throws IOException {
        var writing = Pattern.compile(
                "(?is)(insert into\\s+|update\\s+|delete from\\s+|TableColumns\\.of\\(\\s*\")(orders|order_event|order_clock|order_tracking|order_contact|order_words|subject_snapshot)\\b");
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var writers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> writing.matcher(text(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(writers)
                    .containsExactlyInAnyOrder(
                            "ClockRow.java", "SearchWords.java", "OrderStore.java", "SubjectSnapshot.java");
        }
    }

    @Test
    void templates_hold_no_words_of_their_own() throws IOException {
        var chinese = Pattern.compile("[\\u4e00-\\u9fff]");
        try (var files = Files.walk(Path.of("src/main/jte"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".jte"))
                            .filter(file -> chinese.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
