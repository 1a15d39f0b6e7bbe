package org.liudan.rulepages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.drawing.CrossOrderSummaries;
import org.liudan.drawing.Drawing;
import org.liudan.drawing.DrawingLayout;
import org.liudan.drawing.DrawingNodes;
import org.liudan.drawing.MethodWording;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.CrossOrderRule;
import org.liudan.engine.method.Guard;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.liudan.rulebook.MethodVersions;
import org.liudan.rulebook.MethodVersions.Published;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts the page of a method together. */
@Component
class MethodPageMaker {

    private static final int CONTEXT = 3;

    private final OpenOrderCounts orders;
    private final MethodVersions versions;
    private final Rulebook rulebook;

    MethodPageMaker(OpenOrderCounts orders, MethodVersions versions, Rulebook rulebook) {
        this.orders = orders;
        this.versions = versions;
        this.rulebook = rulebook;
    }

    /** What differs between which versions is asked for; 0 where nothing is. */
    record ComparedVersions(int from, int to) {}

    MethodPage page(PageContext screen, Viewer viewer, Method method, ComparedVersions wish) {
        var words = new MethodWording(screen, method);
        var dealings = CrossOrderSummaries.of(
                words, rulebook.inForce(screen.directory().district()));
        var standing = orders.byStep(method.id(), viewer);
        var history = versions.of(screen.directory().district(), method.id());
        var open = orders.byVersion(method.id(), viewer);
        return new MethodPage(
                method.id(),
                words.text(method.name()),
                method.version(),
                drawings(words, dealings, standing),
                clocks(words),
                rights(words, dealings),
                history.stream()
                        .map(version -> new MethodPage.Version(
                                version.number(),
                                version.at(),
                                version.by().orElseGet(() -> screen.t("method.by-product")),
                                open.map(counted -> counted.getOrDefault(version.number(), 0L))))
                        .toList(),
                comparison(history, wish),
                viewer.has("administrator") ? orders.outdated(method) : outdated(method, open.orElse(Map.of())),
                viewer.has("administrator"),
                removedSteps(method, standing.orElse(Map.of())));
    }

    private static long outdated(Method method, Map<Integer, Long> open) {
        return open.entrySet().stream()
                .filter(one -> one.getKey() < method.version())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The drawings for a desk, for a phone and for paper. */
    static List<Drawing> drawings(
            MethodWording words, CrossOrderSummaries dealings, Optional<Map<String, Long>> standing) {
        var nodes = new DrawingNodes(words, dealings, standing).all();
        return List.of(
                DrawingLayout.draw("wide", nodes, 4, 1180, 7),
                DrawingLayout.draw("narrow", nodes, 1, 338, 5),
                DrawingLayout.draw("printed", nodes, 3, 900, 6));
    }

    private static List<MethodPage.ClockText> clocks(MethodWording words) {
        return words.method().clocks().values().stream()
                .map(clock -> new MethodPage.ClockText(
                        words.text(clock.name()),
                        words.term(clock.term()),
                        startedAt(words, clock),
                        words.otherLimits(clock),
                        words.consequences(clock)))
                .toList();
    }

    private static String startedAt(MethodWording words, ClockRule clock) {
        return words.method().steps().values().stream()
                .filter(step -> step.starts().contains(clock.id()))
                .map(step -> words.text(step.name()))
                .collect(Collectors.joining(words.context().t("list.or")));
    }

    private static List<MethodPage.StepRights> rights(MethodWording words, CrossOrderSummaries dealings) {
        var method = words.method();
        var nodes = new DrawingNodes(words, dealings, Optional.empty());
        return nodes.all().stream()
                .map(node -> new MethodPage.StepRights(
                        node.name(),
                        node.ring(),
                        Optional.ofNullable(method.steps().get(node.id()))
                                .flatMap(dealings::waiting)
                                .orElse(""),
                        method.actions().values().stream()
                                .filter(nodes.actionsOf(node.id()))
                                .map(action -> right(words, dealings, action))
                                .toList()))
                .filter(step -> !step.rights().isEmpty())
                .toList();
    }

    private static MethodPage.ActionRight right(MethodWording words, CrossOrderSummaries dealings, Action action) {
        return new MethodPage.ActionRight(
                words.text(action.name()),
                words.roles(action.by())
                        + dealings.cause(action)
                                .map(cause -> words.context().t("method.cause", cause))
                                .orElse(""),
                words.destinations(action),
                action.form().entrySet().stream()
                        .filter(field -> field.getValue().required())
                        .map(field ->
                                words.text(words.method().field(field.getKey()).name()))
                        .collect(Collectors.joining(words.context().t("list.or"))),
                action.when().stream()
                        .map(condition -> words.text(condition.otherwise()))
                        .toList(),
                dealings.of(action),
                sources(action));
    }

    /** The guards of an action as the rulebook writes them. */
    private static List<String> sources(Action action) {
        return Stream.of(
                        action.when().stream().map(Action.Condition::that),
                        action.to().stream().map(Action.Case::when),
                        action.limit().values().stream().flatMap(List::stream).map(Action.Case::when),
                        action.count().stream().map(Action.Case::when),
                        action.stop().stream().map(Action.Case::when),
                        action.outgoing().opens().stream().map(CrossOrderRule.Opening::when),
                        action.outgoing().sends().stream().map(CrossOrderRule.Sending::when))
                .flatMap(guards -> guards)
                .map(Guard::source)
                .filter(source -> !source.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<MethodPage.Comparison> comparison(List<Published> history, ComparedVersions wish) {
        var from = text(history, wish.from());
        var to = text(history, wish.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        var difference = LineDifference.between(from.get(), to.get());
        return Optional.of(new MethodPage.Comparison(
                wish.from(), wish.to(), difference.added(), difference.removed(), difference.around(CONTEXT)));
    }

    private static Optional<String> text(List<Published> history, int number) {
        return history.stream()
                .filter(version -> version.number() == number)
                .map(Published::text)
                .findFirst();
    }

    private static List<MethodPage.RemovedStep> removedSteps(Method method, Map<String, Long> standing) {
        Predicate<Map.Entry<String, Long>> gone = one -> !method.steps().containsKey(one.getKey());
        Stream<Map.Entry<String, Long>> counted = standing.entrySet().stream();
        return counted.filter(gone)
                .map(one -> new MethodPage.RemovedStep(
                        one.getKey(),
                        one.getValue(),
                        "/ledger?method=" + method.id() + "&state=open&step=" + one.getKey()))
                .toList();
    }
}
