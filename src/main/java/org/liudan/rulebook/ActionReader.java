package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Action.Case;
import org.liudan.engine.method.Action.Condition;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Guard;
import org.liudan.engine.method.Requirement;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.SeparationOfDuties;
import org.liudan.engine.method.Step;
import org.liudan.engine.method.Term;

/** Reads the actions of a method, once its other parts are known. */
record ActionReader(
        MethodReader method,
        ClockReader limits,
        Set<String> rings,
        Set<String> counters,
        Map<String, Field> fields,
        Set<String> clocks,
        Map<String, Step> steps,
        GuardCompiler guards,
        Set<String> children) {

    private static final Map<String, Requirement> NEEDS =
            Arrays.stream(Requirement.values()).collect(Collectors.toMap(Requirement::id, need -> need));

    Action read(String id, YamlPart part) {
        var entries = part.entries(Section.ACTION);
        for (var needed : List.of("at", "by")) {
            if (!entries.containsKey(needed)) {
                part.fault("missing", needed);
            }
        }
        var start = entries.containsKey("at")
                && entries.get("at").isText()
                && entries.get("at").text().equals("start");
        if (start && !entries.containsKey("to")) {
            part.fault("start-leads-nowhere", id);
        }
        return new Action(
                id,
                MethodReader.words(entries, part),
                Optional.ofNullable(entries.get("hint"))
                        .map(hint -> MethodReader.words(hint.entries(Section.WORDS), hint)),
                start,
                start ? Set.of() : at(entries.get("at")),
                elements(entries.get("by"), this::role),
                cases(entries.get("to"), Section.DESTINATION, this::destination),
                form(entries.get("form")),
                elements(entries.get("when"), this::condition),
                set(entries.get("set")),
                guarded(entries.get("count"), Section.COUNT, counters, "unknown-counter"),
                additions(entries.get("add")),
                guarded(entries.get("stop"), Section.STOP, clocks, "unknown-clock"),
                terms(entries.get("limit")),
                renewals(entries.get("renew")),
                extensions(entries.get("extend")),
                Optional.ofNullable(entries.get("mark")).map(YamlPart::text),
                Optional.ofNullable(entries.get("ring")).map(ring -> MethodReader.oneOf(ring, rings, "unknown-ring")),
                Optional.ofNullable(entries.get("tell")).map(this::role),
                new CrossOrderReader(method, fields, guards, children)
                        .read(entries.get("opens"), entries.get("sends"), entries.get("merge")),
                new SeparationOfDuties(actions(entries.get("other-than")), actions(entries.get("other-unit-than"))),
                entries.containsKey("open") && entries.get("open").isTrue(),
                entries.containsKey("main") && entries.get("main").isTrue());
    }

    private Set<String> at(@Nullable YamlPart part) {
        var at = new LinkedHashSet<String>();
        if (part != null && part.isText() && part.text().equals("open")) {
            steps.values().stream().filter(Step::open).map(Step::id).forEach(at::add);
        } else if (part != null) {
            part.elements().forEach(one -> at.add(MethodReader.oneOf(one, steps.keySet(), "unknown-step")));
        }
        return at;
    }

    private Role role(YamlPart part) {
        return switch (part.text()) {
            case "resident" -> new Role.Resident();
            case "system" -> new Role.Machine();
            case "holder" -> new Role.Holder();
            default -> method.seat(part);
        };
    }

    private String destination(YamlPart part) {
        var text = part.text();
        return text.equals(Action.SAME) || text.equals(Action.BACK)
                ? text
                : MethodReader.oneOf(part, steps.keySet(), "unknown-step");
    }

    /** Reads one outcome, or a list of them where all but the last have a guard. */
    private <T> List<Case<T>> cases(@Nullable YamlPart part, Section section, Function<YamlPart, T> read) {
        var outcome = section.outcome();
        if (part == null) {
            return List.of();
        }
        if (!part.isList()) {
            return List.of(new Case<>(Guard.ALWAYS, read.apply(part)));
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
                    read.apply(entries.get(outcome))));
        }
        return cases;
    }

    private Map<String, Requirement> form(@Nullable YamlPart part) {
        var form = new LinkedHashMap<String, Requirement>();
        if (part != null) {
            part.entries().forEach((field, need) -> {
                if (!fields.containsKey(field)) {
                    need.fault("unknown-field", field, String.join(", ", fields.keySet()));
                }
                form.put(
                        field,
                        NEEDS.getOrDefault(
                                MethodReader.oneOf(need, NEEDS.keySet(), "unknown-need"), Requirement.OPTIONAL));
            });
        }
        return form;
    }

    private Condition condition(YamlPart part) {
        var entries = part.entries(Section.CONDITION);
        if (!entries.containsKey("that") || !entries.containsKey("else")) {
            part.fault("missing", "that, else");
            return new Condition(Guard.ALWAYS, new org.liudan.engine.method.LocalizedText("", ""));
        }
        var otherwise = entries.get("else");
        return new Condition(
                guards.compile(entries.get("that")), MethodReader.words(otherwise.entries(Section.WORDS), otherwise));
    }

    private Map<String, Object> set(@Nullable YamlPart part) {
        var set = new LinkedHashMap<String, Object>();
        if (part != null) {
            part.entries().forEach((id, value) -> {
                var field = fields.get(id);
                if (field == null) {
                    value.fault("unknown-field", id, String.join(", ", fields.keySet()));
                } else if (field.type().many()) {
                    set.put(id, elements(value, YamlPart::text));
                } else if (field.type() == FieldType.CHOICE
                        && !value.text().isEmpty()
                        && !field.choices().containsKey(value.text())) {
                    value.fault(
                            "unknown-choice",
                            value.text(),
                            String.join(", ", field.choices().keySet()));
                } else {
                    set.put(id, value.text());
                }
            });
        }
        return set;
    }

    /** Reads names, each alone or with a guard as {@code {counter: …, when: …}}. */
    private List<Case<String>> guarded(@Nullable YamlPart part, Section section, Set<String> known, String unknown) {
        var what = section.outcome();
        return elements(part, one -> {
            if (!one.isMap()) {
                return new Case<>(Guard.ALWAYS, MethodReader.oneOf(one, known, unknown));
            }
            var entries = one.entries(section);
            if (!entries.containsKey(what) || !entries.containsKey("when")) {
                one.fault("missing", what + ", when");
                return new Case<>(Guard.ALWAYS, "");
            }
            return new Case<>(
                    guards.compile(entries.get("when")), MethodReader.oneOf(entries.get(what), known, unknown));
        });
    }

    private Set<String> actions(@Nullable YamlPart part) {
        return new LinkedHashSet<>(elements(part, one -> MethodReader.oneOf(one, method.actions(), "unknown-action")));
    }

    private Map<String, List<Case<Term>>> terms(@Nullable YamlPart part) {
        var terms = new LinkedHashMap<String, List<Case<Term>>>();
        clocksOf(part)
                .forEach((clock, term) -> terms.put(
                        clock,
                        cases(term, Section.TERM, limits::term).stream()
                                .flatMap(one -> one.then().stream().map(then -> new Case<Term>(one.when(), then)))
                                .toList()));
        return terms;
    }

    private Map<String, Term> renewals(@Nullable YamlPart part) {
        var terms = new LinkedHashMap<String, Term>();
        clocksOf(part).forEach((clock, term) -> limits.term(term).ifPresent(one -> terms.put(clock, one)));
        return terms;
    }

    private Map<String, String> extensions(@Nullable YamlPart part) {
        var extensions = new LinkedHashMap<String, String>();
        clocksOf(part).forEach((clock, field) -> {
            var declared = fields.get(field.text());
            if (declared == null || declared.type() != FieldType.WORKING_DAYS) {
                field.fault("limit-field", field.text());
            }
            extensions.put(clock, field.text());
        });
        return extensions;
    }

    private Map<String, String> additions(@Nullable YamlPart part) {
        var additions = new LinkedHashMap<String, String>();
        if (part != null) {
            part.entries().forEach((counter, field) -> {
                if (!counters.contains(counter)) {
                    field.fault("unknown-counter", counter, String.join(", ", counters));
                }
                var declared = fields.get(field.text());
                if (declared == null || declared.type() != FieldType.NUMBER) {
                    field.fault("add-field", field.text());
                }
                additions.put(counter, field.text());
            });
        }
        return additions;
    }

    private Map<String, YamlPart> clocksOf(@Nullable YamlPart part) {
        if (part == null) {
            return Map.of();
        }
        var entries = part.entries();
        entries.forEach((clock, term) -> {
            if (!clocks.contains(clock)) {
                term.fault("unknown-clock", clock, String.join(", ", clocks));
            }
        });
        return entries;
    }

    private static <T> List<T> elements(@Nullable YamlPart part, Function<YamlPart, T> read) {
        return part == null ? List.of() : part.elements().stream().map(read).toList();
    }
}
