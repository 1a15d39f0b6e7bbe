package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liudan.calendar.Limit;
import org.liudan.engine.decision.Decision.Moved;
import org.liudan.engine.decision.Decision.Refused;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.Step;
import org.liudan.engine.method.Term;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.MergeSnapshot;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.PerformedAction;
import org.liudan.engine.order.Seat;

/** Turns an allowed action into an event. */
record Transition(
        Method method,
        Order order,
        DecisionContext context,
        Action action,
        Facts facts,
        Map<String, Object> filled,
        PartyResolver parties) {

    /** @param first changes to put before the changes of the action */
    Decision decide(Actor actor, List<Change> first) {
        var undone = order.kin().aside().filter(snapshot -> destination().equals(Optional.of(Action.BACK)));
        return undone.isPresent() ? restored(actor, undone.get()) : moved(actor, first);
    }

    private Optional<String> destination() {
        return Action.firstMatch(action.to(), facts);
    }

    private Decision restored(Actor actor, MergeSnapshot snapshot) {
        return event(actor, MergeReversal.changes(method, order, snapshot, context));
    }

    private Decision moved(Actor actor, List<Change> first) {
        var changes = new ArrayList<>(first);
        if (!filled.isEmpty()) {
            changes.add(new Change.Filled(filled));
        }
        action.count().stream()
                .filter(count -> count.when().holds(facts))
                .forEach(count -> changes.add(new Change.Counted(count.then())));
        action.add().forEach((counter, field) -> {
            if (facts.answers().get(field) instanceof Long amount && amount > 0) {
                changes.add(new Change.Added(counter, amount.intValue()));
            }
        });
        action.mark().ifPresent(mark -> changes.add(new Change.Marked(mark)));
        action.ring().ifPresent(ring -> changes.add(new Change.Lit(ring)));
        var destination = destination().filter(step -> !step.equals(Action.SAME));
        var step = method.step(destination.orElse(order.step()));
        var holder = step.holder();
        var seat = holder.flatMap(parties::seat);
        if (holder.isPresent() && seat.isEmpty()) {
            return refused(Reason.of(
                    "reason.nobody-holds",
                    step.name(),
                    method.party(holder.get().party()).name()));
        }
        var undecided = destination.flatMap(arrived -> undecidedClock(step));
        if (undecided.isPresent()) {
            return refused(Reason.of("reason.limit-undecided", undecided.get().name()));
        }
        method.parties().values().forEach(party -> parties.unit(party.id()));
        parties.changed().forEach((party, unit) -> changes.add(new Change.Joined(party, unit)));
        if (destination.isPresent()) {
            changes.add(new Change.Arrived(step.id(), step.ring(), step.closed()));
        }
        if (!step.open() && order.open()) {
            changes.add(new Change.Took(context.calendar()
                    .workingTimeBetween(order.raisedAt(), context.now())
                    .toMinutes()));
        }
        if (seat.isPresent() && !seat.equals(order.holder())) {
            changes.add(new Change.Held(seat.get()));
        }
        changes.addAll(
                clockChanges(step, destination.isPresent(), seat.map(Seat::unit).orElse("")));
        changes.addAll(notified());
        if (actor instanceof Actor.Officer officer && method.recordsPerformer(action.id())) {
            changes.add(new Change.Witnessed(new PerformedAction(action.id(), officer.person(), officer.unit())));
        }
        changes.addAll(readersAdded(seat));
        var effects = new CrossOrderEffects(method, order, context, action, facts, parties, fields());
        var reason = effects.refusalReason();
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        changes.addAll(effects.changes(step));
        return event(actor, changes);
    }

    /** A clock that would start at the step, but whose limit has no value yet. */
    private Optional<ClockRule> undecidedClock(Step step) {
        return step.starts().stream()
                .filter(clock -> !action.renew().containsKey(clock)
                        && order.running().stream().noneMatch(run -> run.clock().equals(clock)))
                .map(method::clock)
                .filter(rule -> limit(rule.term()).isEmpty())
                .findFirst();
    }

    /** True for an open order without a running clock, which must never happen. */
    private boolean hasNoRunningClock(Order after) {
        return after.open() && after.running().stream().allMatch(ClockRun::paused);
    }

    private Decision event(Actor actor, List<Change> changes) {
        var event =
                new Event(order.events() + 1, action.id(), actor, context.now(), facts.answers(), List.copyOf(changes));
        var after = order.after(event);
        return hasNoRunningClock(after)
                ? refused(Reason.of(
                        "reason.no-clock",
                        action.name(),
                        method.step(after.step()).name()))
                : new Moved(List.of(event), after);
    }

    private static Refused refused(Reason reason) {
        return new Refused(List.of(reason));
    }

    private List<Change> notified() {
        return action.notifies().stream()
                .flatMap(role -> (role instanceof Role.PostOf post ? parties.seat(post) : order.holder()).stream())
                .<Change>map(Change.Told::new)
                .toList();
    }

    /** A confidential order may be read by its holder and by the posts that the method names. */
    private List<Change> readersAdded(Optional<Seat> holder) {
        if (!method.confidential()) {
            return List.of();
        }
        return Stream.concat(holder.stream(), method.readers().stream().flatMap(role -> parties.seat(role).stream()))
                .distinct()
                .filter(seat -> !order.readers().contains(seat))
                .<Change>map(Change.Admitted::new)
                .toList();
    }

    private List<Change> clockChanges(Step step, boolean arrived, String unit) {
        var clocks = new ClockEffects(method, order, context, step, fields());
        action.stop().stream().filter(stop -> stop.when().holds(facts)).forEach(stop -> clocks.stop(stop.then()));
        if (arrived) {
            clocks.arrive(unit, action.renew().keySet());
        }
        action.limit()
                .forEach((clock, cases) -> Action.firstMatch(cases, facts)
                        .flatMap(this::limit)
                        .ifPresent(limit -> clocks.limit(clock, limit)));
        if (step.open()) {
            action.renew().forEach((clock, term) -> limit(term).ifPresent(limit -> clocks.renew(clock, limit, unit)));
        }
        action.extend().forEach((clock, field) -> clocks.extend(clock, field));
        return clocks.changes();
    }

    private Optional<Limit> limit(Term term) {
        return ClockEffects.limit(term, fields());
    }

    private Map<String, Object> fields() {
        var fields = new TreeMap<String, Object>(order.fields());
        fields.putAll(facts.answers());
        return fields;
    }
}
