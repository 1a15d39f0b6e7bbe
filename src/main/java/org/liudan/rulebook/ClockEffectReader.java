package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.liudan.calendar.Limit;
import org.liudan.engine.method.Action.Case;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Term;

/** Reads what an action does to the limits of clocks: set, renew or extend them. */
record ClockEffectReader(
        ClockReader limits, Map<String, Field> fields, Map<String, ClockRule> clocks, CaseReader cases) {

    /** Limits that the action sets, by clock. */
    Map<String, List<Case<Term>>> terms(@Nullable YamlPart part) {
        var terms = new LinkedHashMap<String, List<Case<Term>>>();
        byClock(part)
                .forEach((clock, value) -> terms.put(
                        clock,
                        cases.cases(value, Section.TERM, limits::term).stream()
                                .flatMap(option ->
                                        option.then().stream().map(term -> new Case<Term>(option.when(), term)))
                                .toList()));
        return terms;
    }

    /** Limits counted from the action, by the clock that starts again. */
    Map<String, Term> renewals(@Nullable YamlPart part) {
        var terms = new LinkedHashMap<String, Term>();
        byClock(part).forEach((clock, value) -> limits.term(value).ifPresent(term -> terms.put(clock, term)));
        return terms;
    }

    /** Fields of working days, by the clock that they extend. */
    Map<String, String> extensions(@Nullable YamlPart part) {
        var extensions = new LinkedHashMap<String, String>();
        byClock(part).forEach((clock, value) -> {
            var field = fields.get(value.text());
            if (field == null || field.type() != FieldType.WORKING_DAYS) {
                value.fault("limit-field", value.text());
            }
            if (clocks.containsKey(clock) && !canBeExtended(clocks.get(clock))) {
                value.fault("extension-without-effect", clock);
            }
            extensions.put(clock, value.text());
        });
        return extensions;
    }

    /** A limit of hours or days around the clock has no working days that could be added. */
    private static boolean canBeExtended(ClockRule clock) {
        return !(clock.term() instanceof Term.Fixed fixed) || fixed.limit() instanceof Limit.WorkingDays;
    }

    private Map<String, YamlPart> byClock(@Nullable YamlPart part) {
        if (part == null) {
            return Map.of();
        }
        var entries = part.entries();
        entries.forEach((clock, value) -> {
            if (!clocks.containsKey(clock)) {
                value.fault("unknown-clock", clock, String.join(", ", clocks.keySet()));
            }
        });
        return entries;
    }
}
