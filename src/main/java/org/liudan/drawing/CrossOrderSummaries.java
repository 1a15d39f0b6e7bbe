package org.liudan.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * What the orders of a method have to do with others, in the reader's words.
 *
 * @param methods those in force, by name
 */
public record CrossOrderSummaries(MethodWording wording, Map<String, Method> methods) {

    public static CrossOrderSummaries of(MethodWording words, List<Method> inForce) {
        var methods = inForce.stream().collect(Collectors.toMap(Method::id, method -> method));
        methods.put(words.method().id(), words.method());
        return new CrossOrderSummaries(words, methods);
    }

    /** What an action does to other orders. */
    public List<CrossOrderSummary> of(Action action) {
        var dealings = new ArrayList<CrossOrderSummary>();
        action.outgoing()
                .opens()
                .forEach(opening -> dealings.add(new CrossOrderSummary(
                        message(
                                "method.opens.for",
                                part(opening),
                                opening.each().map(this::nameOf).orElseGet(() -> nameOf(opening.to()))),
                        message("method.opens", part(opening)),
                        when(opening.when()),
                        address(Stream.of(opening.method())))));
        action.outgoing().sends().forEach(sending -> {
            var text = message("method.sends." + kind(sending.to()), whom(sending.to()), asked(sending));
            dealings.add(new CrossOrderSummary(
                    text,
                    text,
                    when(sending.when()),
                    address(receivers(wording.method(), sending.to()).map(Method::id))));
        });
        action.outgoing()
                .merge()
                .ifPresent(into -> dealings.add(
                        new CrossOrderSummary(message("method.merges"), message("method.merges"), "", Optional.empty())));
        return dealings;
    }

    /** For what a step waits. */
    public Optional<String> waiting(Step step) {
        return step.waits()
                .map(waiting -> message(
                        waiting.enough() == 0 ? "method.waits.all" : "method.waits.some",
                        waiting.of().stream().map(this::part).collect(joined()),
                        waiting.enough(),
                        Optional.ofNullable(wording.method().actions().get(waiting.then()))
                                .map(action -> wording.text(action.name()))
                                .orElse("")));
    }

    /** What makes the program take an action; empty for an action of people only. */
    public Optional<String> cause(Action action) {
        if (action.by().stream().noneMatch(Role.Machine.class::isInstance)) {
            return Optional.empty();
        }
        var method = wording.method();
        if (method.clocks().values().stream()
                .anyMatch(clock -> clock.then().equals(Optional.of(action.id()))
                        || clock.escalations().stream()
                                .anyMatch(one -> one.then().equals(Optional.of(action.id()))))) {
            return Optional.of(message("method.cause.due"));
        }
        if (method.steps().values().stream()
                .flatMap(step -> step.waits().stream())
                .anyMatch(waiting -> waiting.then().equals(action.id()))) {
            return Optional.of(message("method.cause.waited"));
        }
        var askers = methods.values().stream()
                .filter(other -> asks(other, action))
                .map(other -> wording.text(other.name()))
                .sorted()
                .collect(joined());
        return Optional.of(askers.isEmpty() ? message("method.cause.self") : message("method.cause.asked", askers));
    }

    private boolean asks(Method other, Action action) {
        var id = wording.method().id();
        return other.openings().stream()
                        .anyMatch(opening ->
                                opening.method().equals(id) && opening.start().equals(action.id()))
                || other.actions().values().stream()
                        .flatMap(one -> one.outgoing().sends().stream())
                        .anyMatch(sending -> sending.action().equals(action.id())
                                && receivers(other, sending.to())
                                        .anyMatch(one -> one.id().equals(id)));
    }

    /** The methods whose orders a sender of this method reaches. */
    private Stream<Method> receivers(Method from, String to) {
        return switch (to) {
            case "joined" -> Stream.of(from);
            case "parent" ->
                methods.values().stream()
                        .filter(other -> other.openings().stream()
                                .anyMatch(opening -> opening.method().equals(from.id())));
            default ->
                from.openings().stream()
                        .filter(opening -> to.equals("children") || to.equals(opening.as()))
                        .map(CrossOrderRule.Opening::method)
                        .distinct()
                        .flatMap(id -> Optional.ofNullable(methods.get(id)).stream());
        };
    }

    private String asked(CrossOrderRule.Sending sending) {
        return receivers(wording.method(), sending.to())
                .flatMap(method -> Optional.ofNullable(method.actions().get(sending.action())).stream())
                .map(action -> wording.text(action.name()))
                .distinct()
                .collect(joined());
    }

    private static String kind(String to) {
        return List.of("parent", "children", "joined").contains(to) ? to : "part";
    }

    private String whom(String to) {
        return switch (to) {
            case "parent" ->
                receivers(wording.method(), to)
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
                .or(() -> Optional.ofNullable(methods.get(opening.method())).map(Method::name))
                .map(wording::text)
                .orElse(opening.method());
    }

    /** The field or party that says to whom an order goes. */
    private String nameOf(String to) {
        var field = wording.method().fields().get(to);
        LocalizedText name = field == null ? wording.method().party(to).name() : field.name();
        return wording.text(name);
    }

    /** The register whose subjects orders are opened about. */
    private String nameOf(CrossOrderRule.Each each) {
        return each.register().isEmpty()
                ? message("method.opens.office", wording.level(each.office()), nameOf(each.in()))
                : message(
                        "method.opens.each",
                        Optional.ofNullable(methods.get(each.register()))
                                .map(register -> wording.text(register.name()))
                                .orElse(each.register()),
                        nameOf(each.in()));
    }

    private String when(Guard guard) {
        return guard.source().isEmpty() ? "" : wording.guard(guard);
    }

    private Optional<String> address(Stream<String> ids) {
        var others = ids.distinct()
                .filter(id -> !id.equals(wording.method().id()) && methods.containsKey(id))
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
