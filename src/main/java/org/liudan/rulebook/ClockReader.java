package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liudan.calendar.Limit;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.ClockRule.Escalation;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Term;

/** Reads the clocks of a method, and the limits that its actions set. */
record ClockReader(MethodSections sections, Map<String, Field> fields, Set<String> actions) {

    /** The share of the time, from 0 to 1, after which a clock warns. */
    private static final double DEFAULT_WARNING = 0.8;

    ClockRule read(String id, YamlPart part) {
        var entries = part.entries(Section.CLOCK);
        var term = entries.containsKey("limit") ? term(entries.get("limit")) : Optional.<Term>empty();
        if (!entries.containsKey("limit")) {
            part.fault("missing", "limit");
        }
        var warn = DEFAULT_WARNING;
        if (entries.containsKey("warn")) {
            var text = entries.get("warn").text();
            if (text.matches("[1-9]\\d?%")) {
                warn = Integer.parseInt(text.replace("%", "")) / 100.0;
            } else {
                entries.get("warn").fault("bad-share", text);
            }
        }
        var escalations = new ArrayList<Escalation>();
        if (entries.containsKey("escalate")) {
            entries.get("escalate")
                    .elements()
                    .forEach(element -> escalation(element).ifPresent(escalations::add));
        }
        return new ClockRule(
                id,
                part.localizedText(entries),
                term.orElse(new Term.Fixed(new Limit.SameDay())),
                warn,
                escalations,
                repetition(entries.get("again"), escalations.isEmpty()),
                entries.containsKey("open") && entries.get("open").isTrue(),
                Optional.ofNullable(entries.get("then")).map(action -> action.oneOf(actions, "unknown-action")));
    }

    private Optional<Escalation> escalation(YamlPart part) {
        var entries = part.entries(Section.ESCALATION);
        if (!entries.containsKey("after") || !entries.containsKey("to")) {
            part.fault("missing", "after, to");
            return Optional.empty();
        }
        var after = Limit.parse(entries.get("after").text());
        if (after.isEmpty()) {
            entries.get("after").fault("bad-limit", entries.get("after").text());
        }
        var to = sections.post(entries.get("to"));
        var then = Optional.ofNullable(entries.get("then")).map(action -> action.oneOf(actions, "unknown-action"));
        return after.map(limit -> new Escalation(limit, to, then));
    }

    private static Optional<Limit> repetition(@Nullable YamlPart part, boolean nothingToRepeat) {
        if (part == null) {
            return Optional.empty();
        }
        if (nothingToRepeat) {
            part.fault("again-without-escalation");
        }
        var limit = Limit.parse(part.text());
        if (limit.isEmpty()) {
            part.fault("bad-limit", part.text());
        }
        return limit;
    }

    /** Reads a limit, or the id of a field whose answer sets the limit. Returns empty, with a fault, if it is neither. */
    Optional<Term> term(YamlPart part) {
        var text = part.text();
        var field = fields.get(text);
        if (field != null) {
            if (field.type() == FieldType.WORKING_DAYS || field.type() == FieldType.FUTURE_DATE) {
                return Optional.of(new Term.Decided(text));
            }
            part.fault("limit-field", text);
            return Optional.empty();
        }
        var limit = Limit.parse(text);
        if (limit.isEmpty()) {
            part.fault("bad-limit", text);
        }
        return limit.map(Term.Fixed::new);
    }
}
