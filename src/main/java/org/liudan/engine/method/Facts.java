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
 * What a guard can speak of. Every name has a type and, where nothing was given, an empty value, so that a guard never
 * meets an unknown. Hyphens of the rulebook are underscores here.
 */
public record Facts(
        Method method, Order order, Optional<Action> action, Map<String, Object> answers, DecisionContext setting) {

    private static final List<String> CHILDREN = List.of("total", "open", "late", "undone");

    /** The names that guards of a method with these parts may use, with their types. */
    public static Map<String, FactType> names(
            Map<String, Field> fields,
            Set<String> counters,
            Set<String> actions,
            Set<String> clocks,
            Set<String> parts,
            boolean survey) {
        var names = new TreeMap<String, FactType>();
        fields.forEach((id, field) -> {
            names.put("order." + spoken(id), field.type().fact());
            names.put("answers." + spoken(id), field.type().fact());
        });
        counters.forEach(id -> names.put("count." + spoken(id), FactType.NUMBER));
        actions.forEach(id -> names.put("did." + spoken(id), FactType.NUMBER));
        clocks.forEach(id -> {
            names.put("clock." + spoken(id) + ".running", FactType.YES_NO);
            names.put("clock." + spoken(id) + ".overdue", FactType.YES_NO);
            names.put("clock." + spoken(id) + ".days_used", FactType.NUMBER);
        });
        names.put("order.step", FactType.TEXT);
        parts.forEach(as -> CHILDREN.forEach(count -> names.put("child." + spoken(as) + "." + count, FactType.NUMBER)));
        CHILDREN.forEach(count -> names.put("children." + count, FactType.NUMBER));
        names.put("joined.total", FactType.NUMBER);
        if (survey) {
            names.put("survey.total", FactType.NUMBER);
            names.put("survey.left", FactType.NUMBER);
        }
        return names;
    }

    /** The value of one of the {@link #names}; empty for any other name. */
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
            case "survey" -> method.survey().flatMap(survey -> surveyed(survey, id));
            case "joined" -> Optional.of((long) order.kin().joined().size());
            default -> Optional.empty();
        };
    }

    private Optional<Object> field(String id, Map<String, Object> given) {
        return Optional.ofNullable(method.fields().get(id))
                .map(field -> given.getOrDefault(id, field.type().fact().nothing()));
    }

    private Optional<Object> surveyed(Survey survey, String what) {
        var areas = Order.several(order.fields().get(survey.area()));
        var surveyed = setting.fellows().surveyed(survey.register(), areas, order.text(survey.since()));
        return switch (what) {
            case "total" -> Optional.of(surveyed.total());
            case "left" -> Optional.of(surveyed.left());
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

    private static Optional<Object> count(List<Child> children, String what) {
        return switch (what) {
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
        var calendar = setting.calendar();
        return switch (name.substring(dot + 1)) {
            case "running" -> Optional.of(run.isPresent());
            case "overdue" ->
                Optional.of(run.map(clock -> clock.overdue(setting.now())).orElse(false));
            case "days-used" ->
                Optional.of(run.map(clock -> (long) calendar.workingDaysBetween(
                                calendar.dayOf(clock.startedAt()), calendar.dayOf(setting.now())))
                        .orElse(0L));
            default -> Optional.empty();
        };
    }

    private static String spoken(String id) {
        return id.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
