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
 * Moves an order or a subject to another region because the district has drawn its grids anew: it stays at its step with
 * its clocks, and is held by whoever answers for it there.
 */
public record Relocation(Method method, Order order, DecisionContext setting) {

    public static final String RELOCATED = "region-changed";

    /**
     * Decides.
     *
     * @param region the code of the region that it lies in from now on
     */
    public Decision decide(String region, Actor by) {
        var field = method.place().orElse("");
        if (!order.open() || field.isEmpty() || !setting.offices().isRegion(region)) {
            return refused(Reason.of("reason.relocate-over"));
        }
        if (order.text(field).equals(region)) {
            return refused(Reason.of("reason.relocate-there"));
        }
        var filled = Map.<String, Object>of(field, region);
        var parties = new PartyResolver(method, order, filled, setting.offices());
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
        parties.joined().forEach((party, joined) -> changes.add(new Change.Joined(party, joined)));
        if (!order.holder().equals(Optional.of(seat))) {
            changes.add(new Change.Held(seat));
        }
        var event = new Event(order.events() + 1, RELOCATED, by, setting.now(), filled, List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }

    private static Refused refused(Reason reason) {
        return new Refused(List.of(reason));
    }
}
