package org.liudan.api;

import java.util.LinkedHashMap;
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
 * A summary of a version of a method. Its YAML text has everything.
 *
 * @param measures for each figure, the clocks that it is measured by
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

    /** A field. Its choices are empty if the method does not list them. */
    record FieldRule(
            String id, String name, String type, List<NamedCode> choices, long least, long most, boolean open) {}

    /**
     * A clock.
     *
     * @param limit the limit, if it is fixed
     * @param decidedBy the field whose answer decides the limit, if it is not fixed
     * @param open true for a promise to the resident
     */
    record ClockFacts(
            String id, String name, Optional<String> limit, Optional<String> decidedBy, double warnAt, boolean open) {}

    /** A step: its holder, and the clocks that it starts, keeps and pauses. */
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

    static MethodFacts of(Method method, PageContext context) {
        return new MethodFacts(
                method.id(),
                method.version(),
                context.w(method.name()),
                method.confidential(),
                method.rings().values().stream()
                        .map(ring -> new NamedCode(ring.id(), context.w(ring.name())))
                        .toList(),
                method.parties().values().stream()
                        .map(party -> new NamedCode(party.id(), context.w(party.name())))
                        .toList(),
                method.fields().values().stream()
                        .map(field -> field(field, context))
                        .toList(),
                method.clocks().values().stream()
                        .map(clock -> clock(clock, context))
                        .toList(),
                method.steps().values().stream()
                        .map(step -> new StepFacts(
                                step.id(),
                                context.w(step.name()),
                                step.ring(),
                                step.holder().map(Role.PostOf::toString),
                                step.starts(),
                                step.keeps(),
                                step.pauses(),
                                step.closed()))
                        .toList(),
                method.actions().values().stream()
                        .map(action -> action(action, context))
                        .toList(),
                method.measures());
    }

    private static FieldRule field(Field field, PageContext context) {
        return new FieldRule(
                field.id(),
                context.w(field.name()),
                field.type().id(),
                field.choices().entrySet().stream()
                        .map(choice -> new NamedCode(choice.getKey(), context.w(choice.getValue())))
                        .toList(),
                field.least(),
                field.most(),
                field.open());
    }

    private static ClockFacts clock(ClockRule clock, PageContext context) {
        return new ClockFacts(
                clock.id(),
                context.w(clock.name()),
                clock.term() instanceof Term.Fixed fixed
                        ? Optional.of(fixed.limit().toString())
                        : Optional.empty(),
                clock.term() instanceof Term.Decided decided ? Optional.of(decided.field()) : Optional.empty(),
                clock.warnAt(),
                clock.open());
    }

    private static ActionFacts action(Action action, PageContext context) {
        var form = new LinkedHashMap<String, String>();
        action.form().forEach((field, need) -> form.put(field, need.id()));
        return new ActionFacts(
                action.id(),
                context.w(action.name()),
                action.start(),
                List.copyOf(action.at()),
                action.by().stream().map(Object::toString).toList(),
                action.to().stream().map(Action.Case::then).distinct().toList(),
                form,
                action.open());
    }
}
