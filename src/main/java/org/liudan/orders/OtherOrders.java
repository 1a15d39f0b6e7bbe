package org.liudan.orders;

import java.util.Optional;
import org.liudan.engine.Actor;
import org.liudan.engine.Fellows;

/** The other orders, as far as whoever acts may see them. */
record OtherOrders(OrderIds ids, VisibleOrders visible, Actor by) implements Fellows {

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public Optional<Fellow> find(String number) {
        return by instanceof Actor.Officer officer
                ? visible.find(officer.seat(), number)
                        .map(order -> new Fellow(order.id(), order.method(), order.open()))
                : Optional.empty();
    }
}
