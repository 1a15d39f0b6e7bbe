package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.CrossOrderRule;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrderLookup;
import org.liudan.engine.method.Reason;
import org.liudan.engine.method.Step;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.MergeSnapshot;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.OrderMessage;
import org.liudan.engine.order.Parent;

/** The effects of an action on other orders: the messages to send, and the changes of this order's links. */
record CrossOrderEffects(
        Method method,
        Order order,
        DecisionContext context,
        Action action,
        Facts facts,
        PartyResolver parties,
        Map<String, Object> fields) {

    /** Why the action is not possible with these other orders; empty if it is. */
    Optional<Reason> refusalReason() {
        var into = action.outgoing().merge().map(fields::get).map(Object::toString);
        if (into.isPresent() && into.get().equals(Long.toString(order.id()))) {
            return Optional.of(Reason.of("reason.merge-self"));
        }
        return openings()
                .filter(opening -> !aboutSubjects(opening) && units(opening).isEmpty())
                .findFirst()
                .map(opening -> Reason.of("reason.opens-for-nobody", action.name()))
                .or(() -> openings()
                        .filter(opening ->
                                aboutSubjects(opening) && subjects(opening).isEmpty())
                        .findFirst()
                        .map(opening -> Reason.of("reason.opens-for-nothing", action.name())));
    }

    /**
     * The changes, messages included.
     *
     * @param step the step after the action
     */
    List<Change> changes(Step step) {
        var changes = new ArrayList<Change>();
        openings().forEach(opening -> {
            if (aboutSubjects(opening)) {
                subjects(opening).forEach(subject -> changes.addAll(openChild(opening, subject)));
            } else {
                units(opening).forEach(unit -> changes.addAll(openChild(opening, unit)));
            }
        });
        action.outgoing().merge().map(fields::get).ifPresent(into -> merge(Long.parseLong(into.toString()), changes));
        action.outgoing().sends().stream()
                .filter(sending -> sending.when().holds(facts))
                .forEach(sending -> send(sending, changes));
        if (!step.open() && action.outgoing().merge().isEmpty()) {
            releaseMerged(changes);
        }
        if (step.open()) {
            leave(changes);
        }
        if (step.open() != order.open() && order.events() > 0) {
            order.kin().reportToParent(step.closed(), order.late()).ifPresent(changes::add);
        }
        return changes;
    }

    private Stream<CrossOrderRule.Opening> openings() {
        return action.outgoing().opens().stream()
                .filter(opening -> opening.when().holds(facts));
    }

    private List<String> units(CrossOrderRule.Opening opening) {
        if (opening.each().isPresent()) {
            var each = opening.each().get();
            return Order.several(fields.get(each.in())).stream()
                    .flatMap(region -> context.organisation().within(region, each.office()).stream())
                    .distinct()
                    .toList();
        }
        return method.parties().containsKey(opening.to())
                ? parties.unit(opening.to()).stream().toList()
                : Order.several(fields.get(opening.to()));
    }

    private static boolean aboutSubjects(CrossOrderRule.Opening opening) {
        return opening.each().filter(each -> each.office().isEmpty()).isPresent();
    }

    private List<OrderLookup.Kept> subjects(CrossOrderRule.Opening opening) {
        var each = opening.each().orElseThrow();
        return context.orders().kept(each.register(), Order.several(fields.get(each.in())), opening.method());
    }

    private List<Change> openChild(CrossOrderRule.Opening opening, String unit) {
        var answers = mapped(opening.give());
        answers.put(CrossOrderRule.UNIT, unit);
        return openChild(opening, unit, answers, Optional.empty());
    }

    private List<Change> openChild(CrossOrderRule.Opening opening, OrderLookup.Kept subject) {
        var answers = mapped(opening.give());
        opening.each()
                .orElseThrow()
                .take()
                .forEach((otherField, subjectField) -> Optional.ofNullable(
                                subject.fields().get(subjectField))
                        .ifPresent(value -> answers.put(otherField, value)));
        return openChild(opening, subject.unit(), answers, Optional.of(subject.id()));
    }

    private List<Change> openChild(
            CrossOrderRule.Opening opening, String unit, Map<String, Object> answers, Optional<Long> about) {
        long id = context.orders().nextId();
        return List.of(
                new Change.Opened(new Child(id, opening.as(), opening.method(), unit, Optional.empty(), false)),
                new Change.Sent(
                        new OrderMessage.Raise(id, opening.method(), opening.start(), opening.as(), answers, about)));
    }

    private void merge(long into, List<Change> changes) {
        changes.add(new Change.Merged(
                into,
                new MergeSnapshot(
                        order.step(),
                        order.ring(),
                        order.holder().orElseThrow(),
                        new TreeSet<>(order.rings()),
                        order.running(),
                        order.kin().main())));
        changes.add(new Change.Sent(new OrderMessage.Join(into)));
    }

    private void send(CrossOrderRule.Sending sending, List<Change> changes) {
        var links = order.kin();
        var to = switch (sending.to()) {
            case "parent" -> links.parent().map(Parent::id).stream();
            case "joined" -> links.joined().stream();
            default ->
                links.children().stream()
                        .filter(Child::open)
                        .filter(child ->
                                sending.to().equals("children") || sending.to().equals(child.as()))
                        .map(Child::id);
        };
        to.forEach(id -> {
            changes.add(new Change.Sent(new OrderMessage.Act(id, sending.action(), mapped(sending.give()))));
            if (sending.to().equals("joined")) {
                changes.add(new Change.Released(id));
            }
        });
    }

    /** When an order ends, the orders merged into it are unmerged, except those that got an action. */
    private void releaseMerged(List<Change> changes) {
        order.kin().joined().stream()
                .filter(id -> !changes.contains(new Change.Released(id)))
                .toList()
                .forEach(id -> {
                    changes.add(new Change.Sent(new OrderMessage.LetGo(id)));
                    changes.add(new Change.Released(id));
                });
    }

    /** A merged order that continues by itself tells the main order, which mostly knows already. */
    private void leave(List<Change> changes) {
        order.kin().aside().flatMap(snapshot -> order.kin().leaveMessage()).ifPresent(changes::add);
    }

    private Map<String, Object> mapped(Map<String, String> give) {
        var mapped = new TreeMap<String, Object>();
        give.forEach((otherField, ownField) ->
                Optional.ofNullable(fields.get(ownField)).ifPresent(value -> mapped.put(otherField, value)));
        return mapped;
    }
}
