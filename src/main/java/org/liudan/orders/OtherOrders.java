package org.liudan.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.Actor;
import org.liudan.engine.Fellows;

/** The other orders, as far as whoever acts may see them. */
record OtherOrders(OrderIds ids, VisibleOrders visible, Concerns concerns, Actor by) implements Fellows {

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public List<Kept> kept(String register, List<String> regions, String method) {
        return concerns.kept(register, regions, method);
    }

    @Override
    public Surveyed surveyed(String register, List<String> areas, String since) {
        return since.isEmpty() ? new Surveyed(0, 0) : concerns.surveyed(register, areas, LocalDate.parse(since));
    }

    @Override
    public Optional<Fellow> find(String number) {
        return by instanceof Actor.Officer officer
                ? visible.find(officer.seat(), number)
                        .map(order -> new Fellow(order.id(), order.method(), order.open()))
                : Optional.empty();
    }
}
