package org.liudan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/house.md} true. */
class HouseDocumentTest {

    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern ROOM = Pattern.compile("\\b(?:engine|orders)\\.[a-z]+\\b");

    @Test
    void every_class_that_the_document_names_exists() throws IOException {
        assertThat(named(CLASS)).hasSizeGreaterThan(60).isSubsetOf(classes());
    }

    @Test
    void every_room_that_the_document_names_exists() throws IOException {
        assertThat(named(ROOM))
                .isNotEmpty()
                .allMatch(room ->
                        Files.exists(Path.of("src/main/java/org/liudan", room.replace('.', '/'), "package-info.java")));
    }

    private static List<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("docs/house.md")))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .distinct()
                .toList();
    }

    private static List<String> classes() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toList());
        }
    }
}
