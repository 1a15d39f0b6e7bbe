package org.liudan.rulebook;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Requirement;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.SeparationOfDuties;
import org.liudan.engine.method.Step;

/** Reads the actions of a method. The other sections have been read before. */
record ActionReader(
        MethodSections sections,
        Set<String> rings,
        Set<String> counters,
        Map<String, Field> fields,
        Set<String> clocks,
        Map<String, Step> steps,
        CaseReader cases,
        ClockEffectReader clockEffects,
        CrossOrderReader crossOrder) {

    private static final Map<String, Requirement> REQUIREMENTS =
            Arrays.stream(Requirement.values()).collect(Collectors.toMap(Requirement::id, requirement -> requirement));

    Action read(String id, YamlPart part) {
        var entries = part.entries(Section.ACTION);
        for (var key : List.of("at", "by")) {
            if (!entries.containsKey(key)) {
                part.fault("missing", key);
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
                part.localizedText(entries),
                Optional.ofNullable(entries.get("hint")).map(YamlPart::localizedText),
                start,
                start ? Set.of() : stepsAt(entries.get("at")),
                CaseReader.elements(entries.get("by"), this::role),
                cases.cases(entries.get("to"), Section.DESTINATION, this::destination),
                form(entries.get("form")),
                CaseReader.elements(entries.get("when"), cases::condition),
                fixedValues(entries.get("set")),
                cases.guardedNames(entries.get("count"), Section.COUNT, counters, "unknown-counter"),
                additions(entries.get("add")),
                cases.guardedNames(entries.get("stop"), Section.STOP, clocks, "unknown-clock"),
                clockEffects.terms(entries.get("limit")),
                clockEffects.renewals(entries.get("renew")),
                clockEffects.extensions(entries.get("extend")),
                Optional.ofNullable(entries.get("mark")).map(YamlPart::text),
                Optional.ofNullable(entries.get("ring")).map(ring -> ring.oneOf(rings, "unknown-ring")),
                Optional.ofNullable(entries.get("tell")).map(this::role),
                crossOrder.read(entries.get("opens"), entries.get("sends"), entries.get("merge")),
                new SeparationOfDuties(actions(entries.get("other-than")), actions(entries.get("other-unit-than"))),
                entries.containsKey("open") && entries.get("open").isTrue(),
                entries.containsKey("main") && entries.get("main").isTrue());
    }

    /** The steps that are named, or every open step for {@code open}. */
    private Set<String> stepsAt(@Nullable YamlPart part) {
        if (part != null && part.isText() && part.text().equals("open")) {
            return steps.values().stream()
                    .filter(Step::open)
                    .map(Step::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return new LinkedHashSet<>(CaseReader.elements(part, element -> element.oneOf(steps.keySet(), "unknown-step")));
    }

    private Role role(YamlPart part) {
        return switch (part.text()) {
            case "resident" -> new Role.Resident();
            case "system" -> new Role.Machine();
            case "holder" -> new Role.Holder();
            default -> sections.post(part);
        };
    }

    private String destination(YamlPart part) {
        var text = part.text();
        return text.equals(Action.SAME) || text.equals(Action.BACK) ? text : part.oneOf(steps.keySet(), "unknown-step");
    }

    private Map<String, Requirement> form(@Nullable YamlPart part) {
        var form = new LinkedHashMap<String, Requirement>();
        if (part != null) {
            part.entries().forEach((field, value) -> {
                if (!fields.containsKey(field)) {
                    value.fault("unknown-field", field, String.join(", ", fields.keySet()));
                }
                form.put(
                        field,
                        REQUIREMENTS.getOrDefault(
                                value.oneOf(REQUIREMENTS.keySet(), "unknown-need"), Requirement.OPTIONAL));
            });
        }
        return form;
    }

    /** Values that the action gives to fields without a form. */
    private Map<String, Object> fixedValues(@Nullable YamlPart part) {
        var values = new LinkedHashMap<String, Object>();
        if (part != null) {
            part.entries().forEach((id, value) -> {
                var field = fields.get(id);
                if (field == null) {
                    value.fault("unknown-field", id, String.join(", ", fields.keySet()));
                } else if (field.type().many()) {
                    values.put(id, CaseReader.elements(value, YamlPart::text));
                } else if (field.type() == FieldType.CHOICE
                        && !value.text().isEmpty()
                        && !field.choices().containsKey(value.text())) {
                    value.fault(
                            "unknown-choice",
                            value.text(),
                            String.join(", ", field.choices().keySet()));
                } else {
                    values.put(id, value.text());
                }
            });
        }
        return values;
    }

    private Set<String> actions(@Nullable YamlPart part) {
        return new LinkedHashSet<>(sections.idsIn(part, "actions", "unknown-action"));
    }

    /** Number fields, by the counter that they are added to. */
    private Map<String, String> additions(@Nullable YamlPart part) {
        var additions = new LinkedHashMap<String, String>();
        if (part != null) {
            part.entries().forEach((counter, value) -> {
                if (!counters.contains(counter)) {
                    value.fault("unknown-counter", counter, String.join(", ", counters));
                }
                var field = fields.get(value.text());
                if (field == null || field.type() != FieldType.NUMBER) {
                    value.fault("add-field", value.text());
                }
                additions.put(counter, value.text());
            });
        }
        return additions;
    }
}
