package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.decision.Decision.Moved;
import org.liudan.engine.decision.Decision.Refused;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.method.Step;
import org.liudan.engine.method.Term;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/**
 * Moves an open order over to another version of its method: it stays at its step, whose holder and clocks are from now
 * on those of the version. A clock whose fixed limit the version changes is under the new one, counted from when it
 * started.
 */
public record Reversioning(Method from, Method to, Order order, DecisionContext setting) {

    public static final String RULEBOOK_CHANGED = "rulebook-changed";

    public Decision decide(Actor by) {
        if (!order.open() || to.version() == from.version()) {
            return refused(Reason.of("reason.reversion-over"));
        }
        var step = to.steps().get(order.step());
        if (step == null || !step.open()) {
            return refused(
                    Reason.of("reason.reversion-step", from.step(order.step()).name()));
        }
        var lost = order.running().stream()
                .filter(run -> !to.clocks().containsKey(run.clock()))
                .findFirst();
        if (lost.isPresent()) {
            return refused(Reason.of(
                    "reason.reversion-clock", from.clock(lost.get().clock()).name()));
        }
        var parties = new PartyResolver(to, order, Map.of(), setting.offices());
        var seat = step.holder().flatMap(parties::seat);
        return seat.isEmpty()
                ? refused(Reason.of("reason.reversion-step", step.name()))
                : moved(by, step, seat.get(), parties);
    }

    private Decision moved(Actor by, Step step, Seat seat, PartyResolver parties) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Reversioned(to.version()));
        to.parties().values().forEach(party -> parties.unit(party.id()));
        parties.joined().forEach((party, joined) -> changes.add(new Change.Joined(party, joined)));
        if (!step.ring().equals(order.ring())) {
            changes.add(new Change.Arrived(step.id(), step.ring(), Optional.empty()));
        }
        if (!order.holder().equals(Optional.of(seat))) {
            changes.add(new Change.Held(seat));
        }
        var ticking = new ClockEffects(to, order, setting, step, order.fields());
        ticking.arrive(seat.unit(), java.util.Set.of());
        order.running().forEach(run -> changedLimit(run.clock()).ifPresent(limit -> ticking.limit(run.clock(), limit)));
        changes.addAll(ticking.changes());
        var event = new Event(order.events() + 1, RULEBOOK_CHANGED, by, setting.now(), Map.of(), List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }

    private Optional<org.liudan.calendar.Limit> changedLimit(String clock) {
        return to.clock(clock).term() instanceof Term.Fixed fixed
                        && from.clock(clock).term() instanceof Term.Fixed before
                        && !fixed.equals(before)
                ? Optional.of(fixed.limit())
                : Optional.empty();
    }

    private static Refused refused(Reason reason) {
        return new Refused(List.of(reason));
    }
}
