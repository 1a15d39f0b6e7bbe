package org.liudan.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.Term;
import org.liudan.web.PageContext;

/**
 * A version of a method; the whole of it is its YAML.
 *
 * @param measures the clocks by which figures judge
 */
record MethodFacts(
        String id,
        int version,
        String name,
        boolean confidential,
        List<NamedCode> rings,
        List<NamedCode> parties,
        List<FieldRule> fields,
        List<ClockFacts> clocks,
        List<StepFacts> steps,
        List<ActionFacts> actions,
        Map<String, List<String>> measures) {

    /** A field, with the values that may be chosen where the method lists them. */
    record FieldRule(
            String id, String name, String type, List<NamedCode> choices, long least, long most, boolean open) {}

    /**
     * A clock.
     *
     * @param limit a fixed one
     * @param decidedBy the field in which it is decided otherwise
     * @param open true for a promise to the resident
     */
    record ClockFacts(
            String id, String name, Optional<String> limit, Optional<String> decidedBy, double warnAt, boolean open) {}

    /** A step: who holds an order there, and which clocks begin. */
    record StepFacts(
            String id,
            String name,
            String ring,
            Optional<String> holder,
            List<String> starts,
            List<String> keeps,
            List<String> pauses,
            Optional<String> closed) {}

    /**
     * An action.
     *
     * @param by who may take it: {@code party.post}, {@code holder}, {@code resident}, {@code system}
     * @param form its fields, each {@code required}, {@code optional} or {@code rare}
     */
    record ActionFacts(
            String id,
            String name,
            boolean start,
            List<String> at,
            List<String> by,
            List<String> to,
            Map<String, String> form,
            boolean open) {}

    static MethodFacts of(Method method, PageContext screen) {
        return new MethodFacts(
                method.id(),
                method.version(),
                screen.w(method.name()),
                method.confidential(),
                method.rings().values().stream()
                        .map(ring -> new NamedCode(ring.id(), screen.w(ring.name())))
                        .toList(),
                method.parties().values().stream()
                        .map(party -> new NamedCode(party.id(), screen.w(party.name())))
                        .toList(),
                method.fields().values().stream()
                        .map(field -> field(field, screen))
                        .toList(),
                method.clocks().values().stream()
                        .map(clock -> clock(clock, screen))
                        .toList(),
                method.steps().values().stream()
                        .map(step -> new StepFacts(
                                step.id(),
                                screen.w(step.name()),
                                step.ring(),
                                step.holder().map(Role.PostOf::toString),
                                step.starts(),
                                step.keeps(),
                                step.pauses(),
                                step.closed()))
                        .toList(),
                method.actions().values().stream()
                        .map(action -> action(action, screen))
                        .toList(),
                method.measures());
    }

    private static FieldRule field(Field field, PageContext screen) {
        return new FieldRule(
                field.id(),
                screen.w(field.name()),
                field.type().id(),
                field.choices().entrySet().stream()
                        .map(choice -> new NamedCode(choice.getKey(), screen.w(choice.getValue())))
                        .toList(),
                field.least(),
                field.most(),
                field.open());
    }

    private static ClockFacts clock(ClockRule clock, PageContext screen) {
        return new ClockFacts(
                clock.id(),
                screen.w(clock.name()),
                clock.term() instanceof Term.Fixed fixed
                        ? Optional.of(fixed.limit().toString())
                        : Optional.empty(),
                clock.term() instanceof Term.Decided decided ? Optional.of(decided.field()) : Optional.empty(),
                clock.warnAt(),
                clock.open());
    }

    private static ActionFacts action(Action action, PageContext screen) {
        var form = new java.util.LinkedHashMap<String, String>();
        action.form().forEach((field, need) -> form.put(field, need.id()));
        return new ActionFacts(
                action.id(),
                screen.w(action.name()),
                action.start(),
                List.copyOf(action.at()),
                action.by().stream().map(Object::toString).toList(),
                action.to().stream().map(Action.Case::then).distinct().toList(),
                form,
                action.open());
    }
}
