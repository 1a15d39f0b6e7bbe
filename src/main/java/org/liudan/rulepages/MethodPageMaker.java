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

/** Makes the page of a method. */
@Component
class MethodPageMaker {

    /** How many equal lines are shown around each difference. */
    private static final int CONTEXT_LINES = 3;

    private final OpenOrderCounts orders;
    private final MethodVersions versions;
    private final Rulebook rulebook;

    MethodPageMaker(OpenOrderCounts orders, MethodVersions versions, Rulebook rulebook) {
        this.orders = orders;
        this.versions = versions;
        this.rulebook = rulebook;
    }

    /** The numbers of the two versions to compare; 0 for none. */
    record ComparedVersions(int from, int to) {}

    MethodPage page(PageContext context, Viewer viewer, Method method, ComparedVersions compared) {
        var wording = new MethodWording(context, method);
        var summaries = CrossOrderSummaries.of(
                wording, rulebook.inForce(context.directory().district()));
        var openByStep = orders.byStep(method.id(), viewer);
        var history = versions.of(context.directory().district(), method.id());
        var openByVersion = orders.byVersion(method.id(), viewer);
        return new MethodPage(
                method.id(),
                wording.text(method.name()),
                method.version(),
                drawings(wording, summaries, openByStep),
                clocks(wording),
                rights(wording, summaries),
                history.stream()
                        .map(version -> new MethodPage.Version(
                                version.number(),
                                version.at(),
                                version.by().orElseGet(() -> context.t("method.by-product")),
                                openByVersion.map(counts -> counts.getOrDefault(version.number(), 0L))))
                        .toList(),
                comparison(history, compared),
                viewer.has("administrator")
                        ? orders.outdated(method)
                        : outdated(method, openByVersion.orElse(Map.of())),
                viewer.has("administrator"),
                removedSteps(method, openByStep.orElse(Map.of())));
    }

    private static long outdated(Method method, Map<Integer, Long> openByVersion) {
        return openByVersion.entrySet().stream()
                .filter(count -> count.getKey() < method.version())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The drawings for a desktop, for a phone and for paper. */
    static List<Drawing> drawings(
            MethodWording wording, CrossOrderSummaries summaries, Optional<Map<String, Long>> openByStep) {
        var nodes = new DrawingNodes(wording, summaries, openByStep).all();
        return List.of(
                DrawingLayout.draw("wide", nodes, 4, 1180, 7),
                DrawingLayout.draw("narrow", nodes, 1, 338, 5),
                DrawingLayout.draw("printed", nodes, 3, 900, 6));
    }

    private static List<MethodPage.ClockText> clocks(MethodWording wording) {
        return wording.method().clocks().values().stream()
                .map(clock -> new MethodPage.ClockText(
                        wording.text(clock.name()),
                        wording.term(clock.term()),
                        startedAt(wording, clock),
                        wording.otherLimits(clock),
                        wording.consequences(clock)))
                .toList();
    }

    private static String startedAt(MethodWording wording, ClockRule clock) {
        return wording.method().steps().values().stream()
                .filter(step -> step.starts().contains(clock.id()))
                .map(step -> wording.text(step.name()))
                .collect(Collectors.joining(wording.context().t("list.or")));
    }

    private static List<MethodPage.StepRights> rights(MethodWording wording, CrossOrderSummaries summaries) {
        var method = wording.method();
        var nodes = new DrawingNodes(wording, summaries, Optional.empty());
        return nodes.all().stream()
                .map(node -> new MethodPage.StepRights(
                        node.name(),
                        node.ring(),
                        Optional.ofNullable(method.steps().get(node.id()))
                                .flatMap(summaries::waiting)
                                .orElse(""),
                        method.actions().values().stream()
                                .filter(nodes.actionsOf(node.id()))
                                .map(action -> right(wording, summaries, action))
                                .toList()))
                .filter(step -> !step.rights().isEmpty())
                .toList();
    }

    private static MethodPage.ActionRight right(MethodWording wording, CrossOrderSummaries summaries, Action action) {
        return new MethodPage.ActionRight(
                wording.text(action.name()),
                wording.roles(action.by())
                        + summaries
                                .cause(action)
                                .map(cause -> wording.context().t("method.cause", cause))
                                .orElse(""),
                wording.destinations(action),
                action.form().entrySet().stream()
                        .filter(field -> field.getValue().required())
                        .map(field -> wording.text(
                                wording.method().field(field.getKey()).name()))
                        .collect(Collectors.joining(wording.context().t("list.or"))),
                action.when().stream()
                        .map(condition -> wording.text(condition.otherwise()))
                        .toList(),
                summaries.of(action),
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

    private static Optional<MethodPage.Comparison> comparison(List<Published> history, ComparedVersions compared) {
        var from = text(history, compared.from());
        var to = text(history, compared.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        var difference = LineDifference.between(from.get(), to.get());
        return Optional.of(new MethodPage.Comparison(
                compared.from(),
                compared.to(),
                difference.added(),
                difference.removed(),
                difference.around(CONTEXT_LINES)));
    }

    private static Optional<String> text(List<Published> history, int number) {
        return history.stream()
                .filter(version -> version.number() == number)
                .map(Published::text)
                .findFirst();
    }

    private static List<MethodPage.RemovedStep> removedSteps(Method method, Map<String, Long> openByStep) {
        Predicate<Map.Entry<String, Long>> removed = count -> !method.steps().containsKey(count.getKey());
        Stream<Map.Entry<String, Long>> counts = openByStep.entrySet().stream();
        return counts.filter(removed)
                .map(count -> new MethodPage.RemovedStep(
                        count.getKey(),
                        count.getValue(),
                        "/ledger?method=" + method.id() + "&state=open&step=" + count.getKey()))
                .toList();
    }
}
