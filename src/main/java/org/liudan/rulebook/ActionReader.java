package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Action;
import org.liudan.engine.Action.Case;
import org.liudan.engine.Action.Condition;
import org.liudan.engine.Field;
import org.liudan.engine.FieldType;
import org.liudan.engine.Guard;
import org.liudan.engine.Role;
import org.liudan.engine.Step;
import org.liudan.engine.Term;

/** Reads the actions of a method, once its other parts are known. */
record ActionReader(
        MethodReader method,
        ClockReader limits,
        Set<String> rings,
        Set<String> counters,
        Map<String, Field> fields,
        Set<String> clocks,
        Map<String, Step> steps,
        Guards guards) {

    Action read(String id, Part part) {
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
                start,
                start ? Set.of() : at(entries.get("at")),
                elements(entries.get("by"), this::role),
                cases(entries.get("to"), Section.DESTINATION, this::destination),
                form(entries.get("form")),
                elements(entries.get("when"), this::condition),
                set(entries.get("set")),
                elements(entries.get("count"), one -> MethodReader.oneOf(one, counters, "unknown-counter")),
                stops(entries.get("stop")),
                terms(entries.get("limit")),
                renewals(entries.get("renew")),
                extensions(entries.get("extend")),
                Optional.ofNullable(entries.get("mark")).map(Part::text),
                Optional.ofNullable(entries.get("ring")).map(ring -> MethodReader.oneOf(ring, rings, "unknown-ring")),
                Optional.ofNullable(entries.get("tell")).map(this::role),
                entries.containsKey("open") && entries.get("open").yes(),
                entries.containsKey("main") && entries.get("main").yes());
    }

    private Set<String> at(@Nullable Part part) {
        var at = new LinkedHashSet<String>();
        if (part != null && part.isText() && part.text().equals("open")) {
            steps.values().stream().filter(Step::open).map(Step::id).forEach(at::add);
        } else if (part != null) {
            part.elements().forEach(one -> at.add(MethodReader.oneOf(one, steps.keySet(), "unknown-step")));
        }
        return at;
    }

    private Role role(Part part) {
        return switch (part.text()) {
            case "resident" -> new Role.Resident();
            case "system" -> new Role.Machine();
            case "holder" -> new Role.Holder();
            default -> method.seat(part);
        };
    }

    private String destination(Part part) {
        return part.text().equals(Action.SAME) ? Action.SAME : MethodReader.oneOf(part, steps.keySet(), "unknown-step");
    }

    /** Reads one outcome, or a list of them where all but the last have a guard. */
    private <T> List<Case<T>> cases(@Nullable Part part, Section section, Function<Part, T> read) {
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

    private Map<String, Boolean> form(@Nullable Part part) {
        var form = new LinkedHashMap<String, Boolean>();
        if (part != null) {
            part.entries().forEach((field, need) -> {
                if (!fields.containsKey(field)) {
                    need.fault("unknown-field", field, String.join(", ", fields.keySet()));
                }
                form.put(
                        field,
                        MethodReader.oneOf(need, Set.of("required", "optional"), "required-or-optional")
                                .equals("required"));
            });
        }
        return form;
    }

    private Condition condition(Part part) {
        var entries = part.entries(Section.CONDITION);
        if (!entries.containsKey("that") || !entries.containsKey("else")) {
            part.fault("missing", "that, else");
            return new Condition(Guard.ALWAYS, new org.liudan.engine.Words("", ""));
        }
        var otherwise = entries.get("else");
        return new Condition(
                guards.compile(entries.get("that")), MethodReader.words(otherwise.entries(Section.WORDS), otherwise));
    }

    private Map<String, Object> set(@Nullable Part part) {
        var set = new LinkedHashMap<String, Object>();
        if (part != null) {
            part.entries().forEach((id, value) -> {
                var field = fields.get(id);
                if (field == null) {
                    value.fault("unknown-field", id, String.join(", ", fields.keySet()));
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

    private List<Case<String>> stops(@Nullable Part part) {
        return elements(part, one -> {
            if (!one.isMap()) {
                return new Case<>(Guard.ALWAYS, MethodReader.oneOf(one, clocks, "unknown-clock"));
            }
            var entries = one.entries(Section.STOP);
            if (!entries.containsKey("clock") || !entries.containsKey("when")) {
                one.fault("missing", "clock, when");
                return new Case<>(Guard.ALWAYS, "");
            }
            return new Case<>(
                    guards.compile(entries.get("when")),
                    MethodReader.oneOf(entries.get("clock"), clocks, "unknown-clock"));
        });
    }

    private Map<String, List<Case<Term>>> terms(@Nullable Part part) {
        var terms = new LinkedHashMap<String, List<Case<Term>>>();
        clocksOf(part)
                .forEach((clock, term) -> terms.put(
                        clock,
                        cases(term, Section.TERM, limits::term).stream()
                                .flatMap(one -> one.then().stream().map(then -> new Case<Term>(one.when(), then)))
                                .toList()));
        return terms;
    }

    private Map<String, Term> renewals(@Nullable Part part) {
        var terms = new LinkedHashMap<String, Term>();
        clocksOf(part).forEach((clock, term) -> limits.term(term).ifPresent(one -> terms.put(clock, one)));
        return terms;
    }

    private Map<String, String> extensions(@Nullable Part part) {
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

    private Map<String, Part> clocksOf(@Nullable Part part) {
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

    private static <T> List<T> elements(@Nullable Part part, Function<Part, T> read) {
        return part == null ? List.of() : part.elements().stream().map(read).toList();
    }
}
