package org.liudan.engine.method;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/**
 * The facts that guards and formulas can read. Every name has a type and, if nothing was given, an empty value, so that
 * a guard never sees null. A hyphen in an id of the rulebook is an underscore in the name.
 */
public record Facts(
        Method method, Order order, Optional<Action> action, Map<String, Object> answers, DecisionContext context) {

    private static final List<String> CHILD_COUNTS = List.of("total", "open", "late", "undone");

    /**
     * The names that guards of a method may use, with their types.
     *
     * @param parts the parts that children can have
     * @param survey true if the orders of the method are surveys
     */
    public static Map<String, FactType> names(
            Map<String, Field> fields,
            Set<String> counters,
            Set<String> actions,
            Set<String> clocks,
            Set<String> parts,
            boolean survey) {
        var names = new TreeMap<String, FactType>();
        fields.forEach((id, field) -> {
            names.put("order." + factName(id), field.type().fact());
            names.put("answers." + factName(id), field.type().fact());
        });
        counters.forEach(id -> names.put("count." + factName(id), FactType.NUMBER));
        actions.forEach(id -> names.put("did." + factName(id), FactType.NUMBER));
        clocks.forEach(id -> {
            names.put("clock." + factName(id) + ".running", FactType.YES_NO);
            names.put("clock." + factName(id) + ".overdue", FactType.YES_NO);
            names.put("clock." + factName(id) + ".days_used", FactType.NUMBER);
        });
        names.put("order.step", FactType.TEXT);
        parts.forEach(part ->
                CHILD_COUNTS.forEach(count -> names.put("child." + factName(part) + "." + count, FactType.NUMBER)));
        CHILD_COUNTS.forEach(count -> names.put("children." + count, FactType.NUMBER));
        names.put("joined.total", FactType.NUMBER);
        if (survey) {
            names.put("survey.total", FactType.NUMBER);
            names.put("survey.left", FactType.NUMBER);
        }
        return names;
    }

    /** The value of a name from {@link #names}; empty for any other name. */
    public Optional<Object> value(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var id = name.substring(dot + 1).replace('_', '-');
        return switch (name.substring(0, dot)) {
            case "order" -> id.equals("step") ? Optional.of(order.step()) : field(id, order.fields());
            case "answers" -> field(id, answers);
            case "count" -> Optional.of((long) order.counts().getOrDefault(id, 0));
            case "did" -> Optional.of((long) order.did().getOrDefault(id, 0));
            case "clock" -> clock(id);
            case "children" -> count(order.kin().children(), id);
            case "child" -> child(id);
            case "survey" -> method.survey().flatMap(survey -> surveyCount(survey, id));
            case "joined" -> Optional.of((long) order.kin().joined().size());
            default -> Optional.empty();
        };
    }

    private Optional<Object> field(String id, Map<String, Object> given) {
        return Optional.ofNullable(method.fields().get(id))
                .map(field -> given.getOrDefault(id, field.type().fact().emptyValue()));
    }

    private Optional<Object> surveyCount(Survey survey, String count) {
        var areas = Order.several(order.fields().get(survey.area()));
        var progress = context.orders().surveyed(survey.register(), areas, order.text(survey.since()));
        return switch (count) {
            case "total" -> Optional.of(progress.total());
            case "left" -> Optional.of(progress.left());
            default -> Optional.empty();
        };
    }

    private Optional<Object> child(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : count(
                        order.kin().children().stream()
                                .filter(child -> child.as().equals(name.substring(0, dot)))
                                .toList(),
                        name.substring(dot + 1));
    }

    private static Optional<Object> count(List<Child> children, String count) {
        return switch (count) {
            case "total" -> Optional.of((long) children.size());
            case "open" -> Optional.of(children.stream().filter(Child::open).count());
            case "late" -> Optional.of(children.stream().filter(Child::late).count());
            case "undone" ->
                Optional.of(children.stream()
                        .filter(child -> child.closed()
                                .filter(end -> !end.equals("done"))
                                .isPresent())
                        .count());
            default -> Optional.empty();
        };
    }

    private Optional<Object> clock(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var run = order.clock(name.substring(0, dot)).filter(ClockRun::running);
        var calendar = context.calendar();
        return switch (name.substring(dot + 1)) {
            case "running" -> Optional.of(run.isPresent());
            case "overdue" ->
                Optional.of(run.map(clock -> clock.overdue(context.now())).orElse(false));
            case "days-used" ->
                Optional.of(run.map(clock -> (long) calendar.workingDaysBetween(
                                calendar.dayOf(clock.startedAt()), calendar.dayOf(context.now())))
                        .orElse(0L));
            default -> Optional.empty();
        };
    }

    private static String factName(String id) {
        return id.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
