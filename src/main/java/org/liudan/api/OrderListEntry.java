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
                        OrderNumber.of(row.heading().id(), row.times().raisedAt(), context.calendar())
                                .text(),
                        row.heading().method(),
                        row.heading().methodVersion(),
                        row.heading().title()),
                new ListedPosition(
                        new NamedCode(
                                row.position().step(),
                                context.w(method.step(row.position().step()).name())),
                        row.position().ring(),
                        row.position().holderUnit().map(unit -> new NamedCode(unit, context.unit(unit))),
                        row.position().closed()),
                new OrderClassification(
                        row.classification().region(),
                        row.classification().department(),
                        row.classification().channel(),
                        row.classification().category(),
                        row.classification().grade(),
                        row.classification().rating(),
                        row.position().supervised()),
                new OrderTimes(
                        row.times().raisedAt(),
                        row.times().changedAt(),
                        row.times().dueAt(),
                        row.times().warnAt()));
    }
}
