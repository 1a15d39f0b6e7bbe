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

/** What an action says to other orders: the letters it sends, and what the order remembers of them. */
record CrossOrderEffects(
        Method method,
        Order order,
        DecisionContext setting,
        Action action,
        Facts facts,
        PartyResolver parties,
        Map<String, Object> answered) {

    /** Why other orders don't allow the action. */
    Optional<Reason> hindrance() {
        var into = action.outgoing().merge().map(answered::get).map(Object::toString);
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

    /** @param step where the order goes */
    List<Change> changes(Step step) {
        var changes = new ArrayList<Change>();
        openings().forEach(opening -> {
            if (aboutSubjects(opening)) {
                subjects(opening).forEach(subject -> changes.addAll(opened(opening, subject)));
            } else {
                units(opening).forEach(unit -> changes.addAll(opened(opening, unit)));
            }
        });
        action.outgoing()
                .merge()
                .map(answered::get)
                .ifPresent(into -> merged(Long.parseLong(into.toString()), changes));
        action.outgoing().sends().stream()
                .filter(one -> one.when().holds(facts))
                .forEach(sending -> sent(sending, changes));
        if (!step.open() && action.outgoing().merge().isEmpty()) {
            released(changes);
        }
        if (step.open()) {
            left(changes);
        }
        if (step.open() != order.open() && order.events() > 0) {
            order.kin().news(step.closed(), order.late()).ifPresent(changes::add);
        }
        return changes;
    }

    private Stream<CrossOrderRule.Opening> openings() {
        return action.outgoing().opens().stream().filter(one -> one.when().holds(facts));
    }

    private List<String> units(CrossOrderRule.Opening opening) {
        if (opening.each().isPresent()) {
            var each = opening.each().get();
            return Order.several(answered.get(each.in())).stream()
                    .flatMap(region -> setting.offices().within(region, each.office()).stream())
                    .distinct()
                    .toList();
        }
        return method.parties().containsKey(opening.to())
                ? parties.unit(opening.to()).stream().toList()
                : Order.several(answered.get(opening.to()));
    }

    private static boolean aboutSubjects(CrossOrderRule.Opening opening) {
        return opening.each().filter(each -> each.office().isEmpty()).isPresent();
    }

    private List<OrderLookup.Kept> subjects(CrossOrderRule.Opening opening) {
        var each = opening.each().orElseThrow();
        return setting.fellows().kept(each.register(), Order.several(answered.get(each.in())), opening.method());
    }

    private List<Change> opened(CrossOrderRule.Opening opening, String unit) {
        var answers = given(opening.give());
        answers.put(CrossOrderRule.UNIT, unit);
        return opened(opening, unit, answers, Optional.empty());
    }

    private List<Change> opened(CrossOrderRule.Opening opening, OrderLookup.Kept subject) {
        var answers = given(opening.give());
        opening.each()
                .orElseThrow()
                .take()
                .forEach((theirs, its) ->
                        Optional.ofNullable(subject.fields().get(its)).ifPresent(value -> answers.put(theirs, value)));
        return opened(opening, subject.unit(), answers, Optional.of(subject.id()));
    }

    private List<Change> opened(
            CrossOrderRule.Opening opening, String unit, Map<String, Object> answers, Optional<Long> about) {
        long id = setting.fellows().nextId();
        return List.of(
                new Change.Opened(new Child(id, opening.as(), opening.method(), unit, Optional.empty(), false)),
                new Change.Sent(
                        new OrderMessage.Raise(id, opening.method(), opening.start(), opening.as(), answers, about)));
    }

    private void merged(long into, List<Change> changes) {
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

    private void sent(CrossOrderRule.Sending sending, List<Change> changes) {
        var kin = order.kin();
        var to = switch (sending.to()) {
            case "parent" -> kin.parent().map(Parent::id).stream();
            case "joined" -> kin.joined().stream();
            default ->
                kin.children().stream()
                        .filter(Child::open)
                        .filter(child ->
                                sending.to().equals("children") || sending.to().equals(child.as()))
                        .map(Child::id);
        };
        to.forEach(id -> {
            changes.add(new Change.Sent(new OrderMessage.Act(id, sending.action(), given(sending.give()))));
            if (sending.to().equals("joined")) {
                changes.add(new Change.Released(id));
            }
        });
    }

    /** An order that ends lets go those merged into it that were not told how to go on. */
    private void released(List<Change> changes) {
        order.kin().joined().stream()
                .filter(id -> !changes.contains(new Change.Released(id)))
                .toList()
                .forEach(id -> {
                    changes.add(new Change.Sent(new OrderMessage.LetGo(id)));
                    changes.add(new Change.Released(id));
                });
    }

    /** What was merged and goes on by itself says so, though the order it was merged into mostly knows. */
    private void left(List<Change> changes) {
        order.kin().aside().flatMap(aside -> order.kin().farewell()).ifPresent(changes::add);
    }

    private Map<String, Object> given(Map<String, String> give) {
        var given = new TreeMap<String, Object>();
        give.forEach(
                (theirs, ours) -> Optional.ofNullable(answered.get(ours)).ifPresent(value -> given.put(theirs, value)));
        return given;
    }
}
