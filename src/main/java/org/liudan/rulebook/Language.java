package org.liudan.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.LocalizedText;

/** The reference of the rulebook language, made from the definitions that the reader itself uses. */
public record Language(Locale locale) {

    private static final List<String> LIMITS = List.of(
            "same day",
            "3 working days",
            "60 days",
            "2 hours",
            "30 minutes",
            "until 2026-12-31",
            "this half-month",
            "next quarter");
    private static final List<String> ROLES = List.of("resident", "holder", "system", "party.post");

    /**
     * One part of the language.
     *
     * @param introduction one or two sentences about the part
     */
    public record Chapter(String id, String title, String introduction, List<LanguageWord> words) {}

    /**
     * One word of the language.
     *
     * @param description what it means
     * @param example an example; empty if the word is its own example
     */
    public record LanguageWord(String word, String description, String example) {}

    /** All chapters in the order of the page. */
    public List<Chapter> chapters() {
        return Stream.concat(
                        Arrays.stream(Section.values()).map(this::section),
                        Stream.of(types(), limits(), guards(), roles(), posts()))
                .toList();
    }

    private Chapter section(Section section) {
        return chapter(
                section.id(),
                section.keys().stream()
                        .map(key -> new LanguageWord(
                                key, description(section, key), text("examples", section.id() + "." + key)))
                        .toList());
    }

    /** The labels {@code zh} and {@code en} have one description for all sections. */
    private String description(Section section, String key) {
        return Section.WORDS.keys().contains(key)
                ? text("language", "words." + key)
                : text("language", section.id() + "." + key);
    }

    private Chapter types() {
        return chapter(
                "type",
                Arrays.stream(FieldType.values())
                        .map(type -> word("type", type.id()))
                        .toList());
    }

    private Chapter limits() {
        return chapter(
                "limit",
                LIMITS.stream()
                        .map(limit -> new LanguageWord(
                                limit, text("language", "limit." + limit.replaceAll("[^a-z]+", "-")), ""))
                        .toList());
    }

    /** The names that guards may use, shown for one field, counter, action, clock and part. */
    private Chapter guards() {
        var field = new Field(
                "field",
                new LocalizedText("", ""),
                FieldType.TEXT,
                Map.of(),
                0,
                0,
                "field",
                true,
                false,
                java.util.Optional.empty(),
                java.util.Optional.empty());
        var names = Facts.names(
                Map.of("field", field), Set.of("counter"), Set.of("action"), Set.of("clock"), Set.of("part"), true);
        return chapter(
                "guard",
                names.keySet().stream().map(name -> word("guard", name)).toList());
    }

    private Chapter roles() {
        return chapter("role", ROLES.stream().map(role -> word("role", role)).toList());
    }

    private Chapter posts() {
        var units = RulebookLists.unitsOfPosts();
        return chapter(
                "post",
                RulebookLists.posts().entrySet().stream()
                        .map(post -> new LanguageWord(
                                post.getKey(),
                                post.getValue().in(locale),
                                String.join(", ", units.getOrDefault(post.getKey(), Set.of()))))
                        .toList());
    }

    private LanguageWord word(String chapter, String word) {
        return new LanguageWord(word, text("language", chapter + "." + word), "");
    }

    private Chapter chapter(String id, List<LanguageWord> entries) {
        return new Chapter(id, text("language", id + ":title"), text("language", id + ":lead"), entries);
    }

    private String text(String bundle, String key) {
        return RulebookFault.bundle("rulebook/" + bundle, locale).getString(key);
    }
}
