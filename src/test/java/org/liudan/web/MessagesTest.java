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

    private static final Pattern MESSAGE = Pattern.compile("\\b\\w+\\.t\\(\"([a-z0-9.-]+)\"[,)]");

    @Test
    void both_languages_have_the_same_keys_with_the_same_placeholders() throws IOException {
        var chinese = messages("words.properties");
        var english = messages("words_en.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        chinese.stringPropertyNames()
                .forEach(key -> assertThat(placeholders(english.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(chinese.getProperty(key))));
    }

    @Test
    void no_message_key_is_there_twice() throws IOException {
        for (var file : new String[] {"words.properties", "words_en.properties"}) {
            var keys = Files.readAllLines(Path.of("src/main/resources/messages", file)).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_message_that_a_page_uses_exists() throws IOException {
        var chinese = messages("words.properties");
        var used = new TreeSet<String>();
        for (var root : new String[] {"src/main/jte", "src/main/java"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    MESSAGE.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(150);
        assertThat(chinese.stringPropertyNames()).containsAll(used);
    }

    private static java.util.Set<String> placeholders(String text) {
        var placeholders = new TreeSet<String>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(match -> placeholders.add(match.group()));
        return placeholders;
    }

    private static Properties messages(String file) throws IOException {
        var messages = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/messages/" + file)) {
            messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return messages;
    }
}
