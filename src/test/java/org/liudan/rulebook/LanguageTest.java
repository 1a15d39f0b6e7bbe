package org.liudan.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liudan.rulebook.Language.Chapter;
import org.liudan.rulebook.Language.LanguageWord;
import org.yaml.snakeyaml.Yaml;

class LanguageTest {

    @Test
    void every_key_that_the_reader_knows_is_explained_in_both_languages_with_an_example() {
        for (var locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            var chapters = new Language(locale).chapters();
            for (var section : Section.values()) {
                assertThat(entries(chapters, section.id()))
                        .extracting(LanguageWord::word)
                        .isEqualTo(section.keys());
                assertThat(entries(chapters, section.id()))
                        .allSatisfy(entry -> assertThat(entry.description()).isNotBlank())
                        .allSatisfy(entry -> assertThat(new Yaml().<Map<String, Object>>load(entry.example()))
                                .hasSize(1)
                                .containsKey(entry.word()));
            }
        }
    }

    private static List<LanguageWord> entries(List<Chapter> chapters, String id) {
        return chapters.stream()
                .filter(chapter -> chapter.id().equals(id))
                .flatMap(chapter -> chapter.words().stream())
                .toList();
    }

    @Test
    void the_language_does_not_depend_on_the_locale_of_the_machine() {
        var before = Locale.getDefault();
        try {
            for (var machine : new Locale[] {Locale.CHINA, Locale.US}) {
                Locale.setDefault(machine);
                assertThat(new Language(Locale.ENGLISH).chapters().get(0).title())
                        .isEqualTo("The whole file");
                assertThat(new Language(Locale.CHINESE).chapters().get(0).title())
                        .isEqualTo("整个文件");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void the_reader_asks_for_keys_nowhere_but_in_the_declared_sections() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/liudan/rulebook"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("entries(\"");
            }
        }
    }

    @Test
    void all_types_and_limits_are_explained() {
        var chapters = new Language(Locale.ENGLISH).chapters();
        assertThat(chapters).extracting(Chapter::id).contains("type", "limit", "guard", "role", "post");
        assertThat(Arrays.stream(org.liudan.engine.method.FieldType.values())
                        .map(org.liudan.engine.method.FieldType::id)
                        .toList())
                .isEqualTo(chapters.stream()
                        .filter(chapter -> chapter.id().equals("type"))
                        .flatMap(chapter -> chapter.words().stream())
                        .map(LanguageWord::word)
                        .toList());
        assertThat(chapters.stream()
                        .filter(chapter -> chapter.id().equals("limit"))
                        .flatMap(chapter -> chapter.words().stream()))
                .allSatisfy(entry -> assertThat(org.liudan.calendar.Limit.parse(entry.word()))
                        .as(entry.word())
                        .isPresent());
    }
}
