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

/** One action that may be taken, on its way to becoming an event. */
record Transition(
        Method method,
        Order order,
        DecisionContext setting,
        Action action,
        Facts facts,
        Map<String, Object> filled,
        PartyResolver parties) {

    /** @param first changes that come before those of the action */
    Decision by(Actor actor, List<Change> first) {
        var back = order.kin().aside().filter(aside -> goesTo().equals(Optional.of(Action.BACK)));
        return back.isPresent() ? restored(actor, back.get()) : moved(actor, first);
    }

    private Optional<String> goesTo() {
        return Action.first(action.to(), facts);
    }

    private Decision restored(Actor actor, MergeSnapshot aside) {
        return event(actor, MergeReversal.changes(method, order, aside, setting));
    }

    private Decision moved(Actor actor, List<Change> first) {
        var changes = new ArrayList<>(first);
        if (!filled.isEmpty()) {
            changes.add(new Change.Filled(filled));
        }
        action.count().stream()
                .filter(one -> one.when().holds(facts))
                .forEach(one -> changes.add(new Change.Counted(one.then())));
        action.add().forEach((counter, field) -> {
            if (facts.answers().get(field) instanceof Long by && by > 0) {
                changes.add(new Change.Added(counter, by.intValue()));
            }
        });
        action.mark().ifPresent(mark -> changes.add(new Change.Marked(mark)));
        action.ring().ifPresent(ring -> changes.add(new Change.Lit(ring)));
        var destination = goesTo().filter(step -> !step.equals(Action.SAME));
        var step = method.step(destination.orElse(order.step()));
        var holder = step.holder();
        var seat = holder.flatMap(parties::seat);
        if (holder.isPresent() && seat.isEmpty()) {
            return refused(Reason.of(
                    "reason.nobody-holds",
                    step.name(),
                    method.party(holder.get().party()).name()));
        }
        var undecided = destination.flatMap(arrived -> undecided(step));
        if (undecided.isPresent()) {
            return refused(Reason.of("reason.limit-undecided", undecided.get().name()));
        }
        method.parties().values().forEach(party -> parties.unit(party.id()));
        parties.joined().forEach((party, joined) -> changes.add(new Change.Joined(party, joined)));
        if (destination.isPresent()) {
            changes.add(new Change.Arrived(step.id(), step.ring(), step.closed()));
        }
        if (!step.open() && order.open()) {
            changes.add(new Change.Took(setting.calendar()
                    .workingTimeBetween(order.raisedAt(), setting.now())
                    .toMinutes()));
        }
        if (seat.isPresent() && !seat.equals(order.holder())) {
            changes.add(new Change.Held(seat.get()));
        }
        changes.addAll(ticks(step, destination.isPresent(), seat.map(Seat::unit).orElse("")));
        changes.addAll(told());
        if (actor instanceof Actor.Officer officer && method.asksWhoDid(action.id())) {
            changes.add(new Change.Witnessed(new PerformedAction(action.id(), officer.person(), officer.unit())));
        }
        changes.addAll(admitted(seat));
        var outgoing = new CrossOrderEffects(method, order, setting, action, facts, parties, answered());
        var reason = outgoing.hindrance();
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        changes.addAll(outgoing.changes(step));
        return event(actor, changes);
    }

    /** A clock that would start there with a limit that nobody has decided. */
    private Optional<ClockRule> undecided(Step step) {
        return step.starts().stream()
                .filter(clock -> !action.renew().containsKey(clock)
                        && order.running().stream().noneMatch(run -> run.clock().equals(clock)))
                .map(method::clock)
                .filter(rule -> limit(rule.term()).isEmpty())
                .findFirst();
    }

    /** An open order never goes on with no clock that runs. */
    private boolean forgotten(Order after) {
        return after.open() && after.running().stream().allMatch(ClockRun::paused);
    }

    private Decision event(Actor actor, List<Change> changes) {
        var event =
                new Event(order.events() + 1, action.id(), actor, setting.now(), facts.answers(), List.copyOf(changes));
        var after = order.after(event);
        return forgotten(after)
                ? refused(Reason.of(
                        "reason.no-clock",
                        action.name(),
                        method.step(after.step()).name()))
                : new Moved(List.of(event), after);
    }

    private static Refused refused(Reason reason) {
        return new Refused(List.of(reason));
    }

    private List<Change> told() {
        return action.tell().stream()
                .flatMap(role -> (role instanceof Role.PostOf post ? parties.seat(post) : order.holder()).stream())
                .<Change>map(Change.Told::new)
                .toList();
    }

    /** Of a confidential order whoever holds it may read it, and the posts that the method names. */
    private List<Change> admitted(Optional<Seat> holder) {
        if (!method.confidential()) {
            return List.of();
        }
        return Stream.concat(holder.stream(), method.readers().stream().flatMap(role -> parties.seat(role).stream()))
                .distinct()
                .filter(seat -> !order.readers().contains(seat))
                .<Change>map(Change.Admitted::new)
                .toList();
    }

    private List<Change> ticks(Step step, boolean arrived, String unit) {
        var ticking = new ClockEffects(method, order, setting, step, answered());
        action.stop().stream().filter(one -> one.when().holds(facts)).forEach(one -> ticking.stop(one.then()));
        if (arrived) {
            ticking.arrive(unit, action.renew().keySet());
        }
        action.limit()
                .forEach((clock, cases) -> Action.first(cases, facts)
                        .flatMap(this::limit)
                        .ifPresent(limit -> ticking.limit(clock, limit)));
        if (step.open()) {
            action.renew().forEach((clock, term) -> limit(term).ifPresent(limit -> ticking.renew(clock, limit, unit)));
        }
        action.extend().forEach((clock, field) -> ticking.extend(clock, field));
        return ticking.changes();
    }

    private Optional<Limit> limit(Term term) {
        return ClockEffects.limit(term, answered());
    }

    private Map<String, Object> answered() {
        var all = new TreeMap<String, Object>(order.fields());
        all.putAll(facts.answers());
        return all;
    }
}
