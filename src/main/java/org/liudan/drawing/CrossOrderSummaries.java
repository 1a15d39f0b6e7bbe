package org.liudan.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.CrossOrderRule;
import org.liudan.engine.method.Guard;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.Step;

/**
 * Describes what the orders of a method do to other orders, in the language of the reader.
 *
 * @param links the methods in force, and this one
 */
public record CrossOrderSummaries(MethodWording wording, MethodLinks links) {

    /** The summaries for a method, which replaces the one with its id among those in force. */
    public static CrossOrderSummaries of(MethodWording wording, List<Method> inForce) {
        var methods = inForce.stream().collect(Collectors.toMap(Method::id, method -> method));
        methods.put(wording.method().id(), wording.method());
        return new CrossOrderSummaries(wording, new MethodLinks(methods));
    }

    /** The effects of an action on other orders. */
    public List<CrossOrderSummary> of(Action action) {
        var effects = new ArrayList<CrossOrderSummary>();
        action.outgoing()
                .opens()
                .forEach(opening -> effects.add(new CrossOrderSummary(
                        message(
                                "method.opens.for",
                                part(opening),
                                opening.each().map(this::nameOf).orElseGet(() -> nameOf(opening.to()))),
                        message("method.opens", part(opening)),
                        when(opening.when()),
                        address(Stream.of(opening.method())))));
        action.outgoing().sends().forEach(sending -> {
            var text = message("method.sends." + kind(sending.to()), receiver(sending.to()), calledAction(sending));
            effects.add(new CrossOrderSummary(
                    text,
                    text,
                    when(sending.when()),
                    address(links.receivers(wording.method(), sending.to()).map(Method::id))));
        });
        action.outgoing()
                .merge()
                .ifPresent(into -> effects.add(new CrossOrderSummary(
                        message("method.merges"), message("method.merges"), "", Optional.empty())));
        return effects;
    }

    /** Which orders a step waits for, and what happens then; empty if it waits for none. */
    public Optional<String> waiting(Step step) {
        return step.waits()
                .map(rule -> message(
                        rule.enough() == 0 ? "method.waits.all" : "method.waits.some",
                        rule.of().stream().map(this::part).collect(joined()),
                        rule.enough(),
                        Optional.ofNullable(wording.method().actions().get(rule.then()))
                                .map(action -> wording.text(action.name()))
                                .orElse("")));
    }

    /** What causes the system to take an action; empty if only people take it. */
    public Optional<String> cause(Action action) {
        if (action.by().stream().noneMatch(Role.Machine.class::isInstance)) {
            return Optional.empty();
        }
        var method = wording.method();
        if (method.clocks().values().stream()
                .anyMatch(clock -> clock.then().equals(Optional.of(action.id()))
                        || clock.escalations().stream()
                                .anyMatch(escalation -> escalation.then().equals(Optional.of(action.id()))))) {
            return Optional.of(message("method.cause.due"));
        }
        if (method.steps().values().stream()
                .flatMap(step -> step.waits().stream())
                .anyMatch(rule -> rule.then().equals(action.id()))) {
            return Optional.of(message("method.cause.waited"));
        }
        var callers = links.callers(method, action)
                .map(other -> wording.text(other.name()))
                .sorted()
                .collect(joined());
        return Optional.of(callers.isEmpty() ? message("method.cause.self") : message("method.cause.asked", callers));
    }

    private String calledAction(CrossOrderRule.Sending sending) {
        return links.receivers(wording.method(), sending.to())
                .flatMap(method -> Optional.ofNullable(method.actions().get(sending.action())).stream())
                .map(action -> wording.text(action.name()))
                .distinct()
                .collect(joined());
    }

    private static String kind(String to) {
        return List.of("parent", "children", "joined").contains(to) ? to : "part";
    }

    private String receiver(String to) {
        return switch (to) {
            case "parent" ->
                links.receivers(wording.method(), to)
                        .map(method -> wording.text(method.name()))
                        .sorted()
                        .collect(joined());
            case "children" ->
                new LinkedHashSet<>(wording.method().openings())
                        .stream().map(this::part).distinct().collect(joined());
            default -> part(to);
        };
    }

    private String part(String as) {
        return wording.method().openings().stream()
                .filter(opening -> opening.as().equals(as))
                .findFirst()
                .map(this::part)
                .orElse(as);
    }

    private String part(CrossOrderRule.Opening opening) {
        return opening.name()
                .or(() -> wording.method().part(opening.as()))
                .or(() -> links.method(opening.method()).map(Method::name))
                .map(wording::text)
                .orElse(opening.method());
    }

    /** The name of the field or party whose units an order goes to. */
    private String nameOf(String to) {
        var field = wording.method().fields().get(to);
        LocalizedText name = field == null ? wording.method().party(to).name() : field.name();
        return wording.text(name);
    }

    /** The subjects that orders are opened about, or the offices that they are opened for. */
    private String nameOf(CrossOrderRule.Each each) {
        return each.register().isEmpty()
                ? message("method.opens.office", wording.level(each.office()), nameOf(each.in()))
                : message(
                        "method.opens.each",
                        links.method(each.register())
                                .map(register -> wording.text(register.name()))
                                .orElse(each.register()),
                        nameOf(each.in()));
    }

    private String when(Guard guard) {
        return guard.source().isEmpty() ? "" : wording.guard(guard);
    }

    /** The page of the other method, if there is exactly one. */
    private Optional<String> address(Stream<String> ids) {
        var others = ids.distinct()
                .filter(id ->
                        !id.equals(wording.method().id()) && links.method(id).isPresent())
                .toList();
        return others.size() == 1 ? Optional.of("/methods/" + others.get(0)) : Optional.empty();
    }

    private java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(wording.context().t("list.or"));
    }

    private String message(String key, Object... args) {
        return wording.context().t(key, args);
    }
}
