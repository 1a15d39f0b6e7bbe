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
 * Tells what the boxes of a method say, ring by ring.
 *
 * @param standing how many open orders the reader sees at each step; none for those who see no orders
 */
public record DrawingNodes(MethodWording words, CrossOrderSummaries dealings, Optional<Map<String, Long>> standing) {

    private static final String START = ":start";
    private static final String ANYWHERE = ":anywhere";

    public List<DrawingNode> all() {
        var method = words.method();
        var rings = List.copyOf(method.rings().keySet());
        var steps = method.steps().values().stream()
                .sorted(Comparator.comparingInt(step -> rings.indexOf(step.ring())))
                .toList();
        var nodes = new ArrayList<DrawingNode>();
        nodes.add(
                node(START, "start", steps.get(0).ring(), words.screen().t("method.start"), actions(actionsOf(START))));
        for (var step : steps) {
            if (!step.open() && nodes.stream().noneMatch(node -> node.id().equals(ANYWHERE))) {
                anywhere(step.ring()).ifPresent(nodes::add);
            }
            nodes.add(node(step));
        }
        return nodes;
    }

    /** Which actions a box of this name speaks of. */
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
                : Optional.of(node(ANYWHERE, "anywhere", ring, words.screen().t("method.anywhere"), actions));
    }

    /** At every open step: said once instead of at each. */
    private boolean isAnywhere(Action action) {
        var open = words.method().steps().values().stream()
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
                words.named(step.name()),
                actions(actionsOf(step.id())));
        var facts = new ArrayList<String>();
        step.holder().ifPresent(holder -> facts.add(words.role(holder)));
        dealings.waiting(step).ifPresent(facts::add);
        step.starts()
                .forEach(clock -> facts.add(words.screen()
                        .t(
                                "method.clock",
                                words.method().clock(clock).name(),
                                words.term(words.method().clock(clock).term()))));
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
                node.dealings(),
                count(step));
    }

    private Optional<DrawingNode.Standing> count(Step step) {
        return standing.filter(counted -> step.open()).map(counted -> {
            long open = counted.getOrDefault(step.id(), 0L);
            return new DrawingNode.Standing(
                    words.screen().t("method.count", open),
                    words.screen().t("method.count.at", step.name(), open),
                    "/ledger?method=" + words.method().id() + "&state=open&step=" + step.id());
        });
    }

    private Optional<String> clocks(List<String> clocks, String key) {
        return clocks.isEmpty()
                ? Optional.empty()
                : Optional.of(words.screen()
                        .t(
                                key,
                                clocks.stream()
                                        .map(clock -> words.named(
                                                words.method().clock(clock).name()))
                                        .collect(Collectors.joining(
                                                words.screen().t("list.or")))));
    }

    private List<Action> actions(Predicate<Action> which) {
        return words.method().actions().values().stream().filter(which).toList();
    }

    private DrawingNode node(String id, String kind, String ring, String name, List<Action> actions) {
        var ways = actions.stream()
                .map(action -> way(action, destinations(action, id)))
                .filter(way -> !way.to().isEmpty())
                .toList();
        var stays = actions.stream()
                .filter(action -> destinations(action, id).isEmpty())
                .map(action -> words.named(action.name()))
                .collect(Collectors.joining(words.screen().t("list.or")));
        return new DrawingNode(
                id,
                kind,
                words.named(
                        java.util.Objects.requireNonNull(words.method().rings().get(ring))
                                .name()),
                name,
                List.of(),
                ways,
                stays.isEmpty() ? "" : words.screen().t("method.stays", stays),
                dealings(actions),
                Optional.empty());
    }

    /** Each thing once, with all actions that do it. */
    private List<CrossOrderSummary> dealings(List<Action> actions) {
        var names = new LinkedHashMap<CrossOrderSummary, Set<String>>();
        for (var action : actions) {
            dealings.of(action)
                    .forEach(one -> names.computeIfAbsent(one.brief(""), any -> new LinkedHashSet<>())
                            .add(words.named(action.name())));
        }
        return names.entrySet().stream()
                .map(one -> one.getKey().brief(String.join(words.screen().t("list.or"), one.getValue()) + " ⇒ "))
                .toList();
    }

    private DrawingNode.Way way(Action action, Set<String> to) {
        var name = words.named(action.name());
        var leads = to.stream().map(words::step).collect(Collectors.joining(" / "));
        return new DrawingNode.Way(
                action.id(),
                dealings.cause(action)
                        .map(cause -> words.screen().t("method.way.machine", name, leads, cause))
                        .orElseGet(() -> words.screen().t("method.way", name, leads)),
                action.main(),
                List.copyOf(to));
    }

    /** The other steps that an action leads to. */
    private static Set<String> destinations(Action action, String from) {
        return action.to().stream()
                .map(Action.Case::then)
                .filter(step -> !step.equals(Action.SAME) && !step.equals(Action.BACK) && !step.equals(from))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
