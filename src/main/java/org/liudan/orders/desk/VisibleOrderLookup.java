package org.liudan.orders.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.OrderLookup;
import org.liudan.engine.order.Actor;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.store.OrderIds;

/** The other orders, as far as whoever acts may see them. */
record VisibleOrderLookup(OrderIds ids, VisibleOrders visibleOrders, SubjectOrders subjectOrders, Actor by)
        implements OrderLookup {

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public List<Kept> kept(String register, List<String> regions, String method) {
        return subjectOrders.withoutOpenOrder(register, regions, method);
    }

    @Override
    public Surveyed surveyed(String register, List<String> areas, String since) {
        return since.isEmpty() ? new Surveyed(0, 0) : subjectOrders.surveyed(register, areas, LocalDate.parse(since));
    }

    @Override
    public Optional<Fellow> find(String number) {
        return by instanceof Actor.Officer officer
                ? visibleOrders
                        .find(officer.seat(), number)
                        .map(order -> new Fellow(order.id(), order.method(), order.open()))
                : Optional.empty();
    }
}
