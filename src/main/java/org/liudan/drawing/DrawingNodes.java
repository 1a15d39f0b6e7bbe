package org.liudan.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Step;

/**
 * Makes the contents of all boxes of a method, ring by ring.
 *
 * @param openOrders the number of open orders that the reader may see, by step; empty for a reader who sees no orders
 */
public record DrawingNodes(
        MethodWording wording, CrossOrderSummaries summaries, Optional<Map<String, Long>> openOrders) {

    private static final String START = ":start";
    private static final String ANYWHERE = ":anywhere";

    /** All boxes in order: the start and the steps, and before the first closed step the actions that are possible anywhere. */
    public List<DrawingNode> all() {
        var method = wording.method();
        var rings = List.copyOf(method.rings().keySet());
        var steps = method.steps().values().stream()
                .sorted(Comparator.comparingInt(step -> rings.indexOf(step.ring())))
                .toList();
        var nodes = new ArrayList<DrawingNode>();
        nodes.add(node(
                START, "start", steps.get(0).ring(), wording.context().t("method.start"), actions(actionsOf(START))));
        for (var step : steps) {
            if (!step.open() && nodes.stream().noneMatch(node -> node.id().equals(ANYWHERE))) {
                anywhere(step.ring()).ifPresent(nodes::add);
            }
            nodes.add(node(step));
        }
        return nodes;
    }

    /** The actions of the box with this id. */
    public Predicate<Action> actionsOf(String node) {
        return switch (node) {
            case START -> Action::start;
            case ANYWHERE -> this::isAnywhere;
            default -> action -> action.at().contains(node) && !isAnywhere(action);
        };
    }

    private Optional<DrawingNode> anywhere(String ring) {
        var actions = actions(actionsOf(ANYWHERE));
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of(node(ANYWHERE, "anywhere", ring, wording.context().t("method.anywhere"), actions));
    }

    /** True for an action at every open step. It has one box of its own instead of a line at each step. */
    private boolean isAnywhere(Action action) {
        var open = wording.method().steps().values().stream()
                .filter(Step::open)
                .map(Step::id)
                .collect(Collectors.toSet());
        return open.size() > 1 && action.at().containsAll(open);
    }

    private DrawingNode node(Step step) {
        var node = node(
                step.id(),
                step.open() ? "open" : "closed",
                step.ring(),
                wording.text(step.name()),
                actions(actionsOf(step.id())));
        var facts = new ArrayList<String>();
        step.holder().ifPresent(holder -> facts.add(wording.role(holder)));
        summaries.waiting(step).ifPresent(facts::add);
        step.starts()
                .forEach(clock -> facts.add(wording.context()
                        .t(
                                "method.clock",
                                wording.method().clock(clock).name(),
                                wording.term(wording.method().clock(clock).term()))));
        clocks(step.keeps(), "method.keeps").ifPresent(facts::add);
        clocks(step.pauses(), "method.pauses").ifPresent(facts::add);
        return new DrawingNode(
                node.id(),
                node.kind(),
                node.ring(),
                node.name(),
                facts,
                node.ways(),
                node.stays(),
                node.effects(),
                openOrdersAt(step));
    }

    private Optional<DrawingNode.OpenOrders> openOrdersAt(Step step) {
        return openOrders.filter(counts -> step.open()).map(counts -> {
            long open = counts.getOrDefault(step.id(), 0L);
            return new DrawingNode.OpenOrders(
                    wording.context().t("method.count", open),
                    wording.context().t("method.count.at", step.name(), open),
                    "/ledger?method=" + wording.method().id() + "&state=open&step=" + step.id());
        });
    }

    private Optional<String> clocks(List<String> clocks, String key) {
        return clocks.isEmpty()
                ? Optional.empty()
                : Optional.of(wording.context()
                        .t(
                                key,
                                clocks.stream()
                                        .map(clock -> wording.text(
                                                wording.method().clock(clock).name()))
                                        .collect(Collectors.joining(
                                                wording.context().t("list.or")))));
    }

    private List<Action> actions(Predicate<Action> filter) {
        return wording.method().actions().values().stream().filter(filter).toList();
    }

    private DrawingNode node(String id, String kind, String ring, String name, List<Action> actions) {
        var ways = actions.stream()
                .map(action -> way(action, destinations(action, id)))
                .filter(way -> !way.to().isEmpty())
                .toList();
        var stays = actions.stream()
                .filter(action -> destinations(action, id).isEmpty())
                .map(action -> wording.text(action.name()))
                .collect(Collectors.joining(wording.context().t("list.or")));
        return new DrawingNode(
                id,
                kind,
                wording.text(java.util.Objects.requireNonNull(
                                wording.method().rings().get(ring))
                        .name()),
                name,
                List.of(),
                ways,
                stays.isEmpty() ? "" : wording.context().t("method.stays", stays),
                effects(actions),
                Optional.empty());
    }

    /** Each effect once, with the names of all actions that have it. */
    private List<CrossOrderSummary> effects(List<Action> actions) {
        var names = new LinkedHashMap<CrossOrderSummary, Set<String>>();
        for (var action : actions) {
            summaries
                    .of(action)
                    .forEach(effect -> names.computeIfAbsent(effect.brief(""), key -> new LinkedHashSet<>())
                            .add(wording.text(action.name())));
        }
        return names.entrySet().stream()
                .map(entry ->
                        entry.getKey().brief(String.join(wording.context().t("list.or"), entry.getValue()) + " ⇒ "))
                .toList();
    }

    private DrawingNode.Way way(Action action, Set<String> to) {
        var name = wording.text(action.name());
        var destinations = to.stream().map(wording::step).collect(Collectors.joining(" / "));
        return new DrawingNode.Way(
                action.id(),
                summaries
                        .cause(action)
                        .map(cause -> wording.context().t("method.way.machine", name, destinations, cause))
                        .orElseGet(() -> wording.context().t("method.way", name, destinations)),
                action.main(),
                List.copyOf(to));
    }

    /** The steps that an action leads to, other than its own. */
    private static Set<String> destinations(Action action, String from) {
        return action.to().stream()
                .map(Action.Case::then)
                .filter(step -> !step.equals(Action.SAME) && !step.equals(Action.BACK) && !step.equals(from))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
