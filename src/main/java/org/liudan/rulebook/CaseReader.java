package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Action.Case;
import org.liudan.engine.method.Action.Condition;
import org.liudan.engine.method.Guard;
import org.liudan.engine.method.LocalizedText;

/** Reads what an action does under a guard. */
record CaseReader(GuardCompiler guards) {

    /** Reads one outcome, or a list of outcomes of which all but the last have a guard. */
    <T> List<Case<T>> cases(@Nullable YamlPart part, Section section, Function<YamlPart, T> reader) {
        var outcome = section.outcome();
        if (part == null) {
            return List.of();
        }
        if (!part.isList()) {
            return List.of(new Case<>(Guard.ALWAYS, reader.apply(part)));
        }
        var cases = new ArrayList<Case<T>>();
        var elements = part.elements();
        for (int i = 0; i < elements.size(); i++) {
            var entries = elements.get(i).entries(section);
            if (!entries.containsKey(outcome)) {
                elements.get(i).fault("missing", outcome);
                continue;
            }
            if (i == elements.size() - 1 == entries.containsKey("when")) {
                elements.get(i).fault("last-case");
            }
            cases.add(new Case<>(
                    entries.containsKey("when") ? guards.compile(entries.get("when")) : Guard.ALWAYS,
                    reader.apply(entries.get(outcome))));
        }
        return cases;
    }

    /** Reads names, each alone or with a guard, for example {@code {counter: …, when: …}}. */
    List<Case<String>> guardedNames(@Nullable YamlPart part, Section section, Set<String> known, String faultKey) {
        var outcome = section.outcome();
        return elements(part, element -> {
            if (!element.isMap()) {
                return new Case<>(Guard.ALWAYS, element.oneOf(known, faultKey));
            }
            var entries = element.entries(section);
            if (!entries.containsKey(outcome) || !entries.containsKey("when")) {
                element.fault("missing", outcome + ", when");
                return new Case<>(Guard.ALWAYS, "");
            }
            return new Case<>(
                    guards.compile(entries.get("when")), entries.get(outcome).oneOf(known, faultKey));
        });
    }

    /** Reads {@code {that: …, else: …}}. */
    Condition condition(YamlPart part) {
        var entries = part.entries(Section.CONDITION);
        if (!entries.containsKey("that") || !entries.containsKey("else")) {
            part.fault("missing", "that, else");
            return new Condition(Guard.ALWAYS, new LocalizedText("", ""));
        }
        return new Condition(
                guards.compile(entries.get("that")), entries.get("else").localizedText());
    }

    /** Reads the elements of a list; returns none where there is no part. */
    static <T> List<T> elements(@Nullable YamlPart part, Function<YamlPart, T> reader) {
        return part == null ? List.of() : part.elements().stream().map(reader).toList();
    }
}
