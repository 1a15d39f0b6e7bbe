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
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/**
 * Moves an order or a subject to another region, after the district changed its grids. The step and the clocks stay; the
 * holder becomes the seat that is responsible in the new region.
 */
public record Relocation(Method method, Order order, DecisionContext context) {

    public static final String RELOCATED = "region-changed";

    /**
     * Decides the move.
     *
     * @param region the code of the new region
     */
    public Decision decide(String region, Actor by) {
        var field = method.place().orElse("");
        if (!order.open() || field.isEmpty() || !context.organisation().isRegion(region)) {
            return refused(Reason.of("reason.relocate-over"));
        }
        if (order.text(field).equals(region)) {
            return refused(Reason.of("reason.relocate-there"));
        }
        var filled = Map.<String, Object>of(field, region);
        var parties = new PartyResolver(method, order, filled, context.organisation());
        var step = method.step(order.step());
        var seat = step.holder().flatMap(parties::seat);
        return seat.isEmpty()
                ? refused(Reason.of(
                        "reason.nobody-holds",
                        step.name(),
                        method.party(step.holder().orElseThrow().party()).name()))
                : moved(by, filled, parties, seat.get());
    }

    private Decision moved(Actor by, Map<String, Object> filled, PartyResolver parties, Seat seat) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Filled(filled));
        method.parties().values().forEach(party -> parties.unit(party.id()));
        parties.changed().forEach((party, unit) -> changes.add(new Change.Joined(party, unit)));
        if (!order.holder().equals(Optional.of(seat))) {
            changes.add(new Change.Held(seat));
        }
        var event = new Event(order.events() + 1, RELOCATED, by, context.now(), filled, List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }

    private static Refused refused(Reason reason) {
        return new Refused(List.of(reason));
    }
}
