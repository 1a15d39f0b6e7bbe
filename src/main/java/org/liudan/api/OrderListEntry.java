package org.liudan.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.orders.search.OrderRow;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;

/** One order in a list. In JSON all parts are on one level. */
record OrderListEntry(
        @JsonUnwrapped ListedHeading heading,
        @JsonUnwrapped ListedPosition position,
        @JsonUnwrapped OrderClassification classification,
        @JsonUnwrapped OrderTimes times) {

    /** Its number, method, version of the method, and title. */
    record ListedHeading(String number, String method, int version, String title) {}

    /**
     * Its place in the method.
     *
     * @param holder the unit that holds it; empty if it is closed
     * @param closed how it ended: {@code done}, {@code explained}, {@code withdrawn}; empty if it is open
     */
    record ListedPosition(NamedCode step, String ring, Optional<NamedCode> holder, Optional<String> closed) {}

    /** What it is filtered by; a text is empty if the order has no such value. */
    record OrderClassification(
            String region,
            String department,
            String channel,
            String category,
            String grade,
            String rating,
            boolean supervised) {}

    /**
     * When it was raised and changed.
     *
     * @param dueAt its next deadline
     * @param warnAt when its next warning is given
     */
    record OrderTimes(Instant raisedAt, Instant changedAt, Optional<Instant> dueAt, Optional<Instant> warnAt) {}

    static OrderListEntry of(OrderRow row, Method method, PageContext context) {
        return new OrderListEntry(
                new ListedHeading(
                        OrderNumber.of(row.id(), row.raisedAt(), context.calendar())
                                .text(),
                        row.method(),
                        row.methodVersion(),
                        row.title()),
                new ListedPosition(
                        new NamedCode(
                                row.step(), context.w(method.step(row.step()).name())),
                        row.ring(),
                        row.holderUnit().map(unit -> new NamedCode(unit, context.unit(unit))),
                        row.closed()),
                new OrderClassification(
                        row.region(),
                        row.department(),
                        row.channel(),
                        row.category(),
                        row.grade(),
                        row.rating(),
                        row.supervised()),
                new OrderTimes(row.raisedAt(), row.changedAt(), row.dueAt(), row.warnAt()));
    }
}
