package org.liudan.api;

import java.time.Instant;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.orders.search.OrderRow;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;

/**
 * One order in a list.
 *
 * @param holder the unit that holds it; none when it is closed
 * @param closed how it ended: {@code done}, {@code explained}, {@code withdrawn}; none while it is open
 * @param dueAt the deadline that comes first
 */
record OrderListEntry(
        String number,
        String method,
        int version,
        String title,
        NamedCode step,
        String ring,
        Optional<NamedCode> holder,
        Optional<String> closed,
        String region,
        String department,
        String channel,
        String category,
        String grade,
        String rating,
        boolean supervised,
        Instant raisedAt,
        Instant changedAt,
        Optional<Instant> dueAt,
        Optional<Instant> warnAt) {

    static OrderListEntry of(OrderRow row, Method method, PageContext screen) {
        return new OrderListEntry(
                OrderNumber.of(row.id(), row.raisedAt(), screen.calendar()).text(),
                row.method(),
                row.methodVersion(),
                row.title(),
                new NamedCode(row.step(), screen.w(method.step(row.step()).name())),
                row.ring(),
                row.holderUnit().map(unit -> new NamedCode(unit, screen.unit(unit))),
                row.closed(),
                row.region(),
                row.department(),
                row.channel(),
                row.category(),
                row.grade(),
                row.rating(),
                row.supervised(),
                row.raisedAt(),
                row.changedAt(),
                row.dueAt(),
                row.warnAt());
    }
}
