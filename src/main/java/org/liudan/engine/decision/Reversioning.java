package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liudan.calendar.Limit;
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
 * Moves an open order to another version of its method. The order stays at its step, with the holder and the clocks that
 * the new version says. If the new version changes the fixed limit of a clock, the new limit counts from the clock's
 * start.
 */
public record Reversioning(Method from, Method to, Order order, DecisionContext context) {

    public static final String RULEBOOK_CHANGED = "rulebook-changed";

    /** Decides the move. Refused if the order is closed, or if the new version lacks its step or one of its clocks. */
    public Decision decide(Actor by) {
        if (!order.open() || to.version() == from.version()) {
            return refused(Reason.of("reason.reversion-over"));
        }
        var step = to.steps().get(order.step());
        if (step == null || !step.open()) {
            return refused(
                    Reason.of("reason.reversion-step", from.step(order.step()).name()));
        }
        var missing = order.running().stream()
                .filter(run -> !to.clocks().containsKey(run.clock()))
                .findFirst();
        if (missing.isPresent()) {
            return refused(Reason.of(
                    "reason.reversion-clock", from.clock(missing.get().clock()).name()));
        }
        var parties = new PartyResolver(to, order, Map.of(), context.organisation());
        var seat = step.holder().flatMap(parties::seat);
        return seat.isEmpty()
                ? refused(Reason.of("reason.reversion-step", step.name()))
                : moved(by, step, seat.get(), parties);
    }

    private Decision moved(Actor by, Step step, Seat seat, PartyResolver parties) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Reversioned(to.version()));
        to.parties().values().forEach(party -> parties.unit(party.id()));
        parties.changed().forEach((party, unit) -> changes.add(new Change.Joined(party, unit)));
        if (!step.ring().equals(order.ring())) {
            changes.add(new Change.Arrived(step.id(), step.ring(), Optional.empty()));
        }
        if (!order.holder().equals(Optional.of(seat))) {
            changes.add(new Change.Held(seat));
        }
        var clocks = new ClockEffects(to, order, context, step, order.fields());
        clocks.arrive(seat.unit(), Set.of());
        order.running().forEach(run -> changedLimit(run.clock()).ifPresent(limit -> clocks.limit(run.clock(), limit)));
        changes.addAll(clocks.changes());
        var event = new Event(order.events() + 1, RULEBOOK_CHANGED, by, context.now(), Map.of(), List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }

    private Optional<Limit> changedLimit(String clock) {
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
