package org.liudan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern ASKED = Pattern.compile("(?:screen|s)\\.t\\(\"([a-z0-9.-]+)\"[,)]");

    @Test
    void both_languages_have_the_same_words_with_the_same_places_to_fill() throws IOException {
        var chinese = words("words.properties");
        var english = words("words_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        chinese.stringPropertyNames()
                .forEach(key -> assertThat(places(english.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(chinese.getProperty(key))));
    }

    @Test
    void no_word_is_there_twice() throws IOException {
        for (var file : new String[] {"words.properties", "words_en.properties"}) {
            var keys = Files.readAllLines(Path.of("src/main/resources/messages", file)).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_word_that_a_page_asks_for_exists() throws IOException {
        var chinese = words("words.properties");
        var asked = new TreeSet<String>();
        for (var root : new String[] {"src/main/jte", "src/main/java"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    ASKED.matcher(Files.readString(file)).results().forEach(match -> asked.add(match.group(1)));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(150);
        assertThat(chinese.stringPropertyNames()).containsAll(asked);
    }

    private static java.util.Set<String> places(String text) {
        var places = new TreeSet<String>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(match -> places.add(match.group()));
        return places;
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/messages/" + file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
