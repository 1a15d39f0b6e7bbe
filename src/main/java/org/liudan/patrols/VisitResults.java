package org.liudan.patrols;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.EventLog;
import org.liudan.orders.store.OrderNumber;
import org.liudan.organisation.Directories;
import org.liudan.web.PageContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the results of sent visits: whether a visit was recorded, when, and which orders it opened. */
@Component
class VisitResults {

    private static final String RECORDED = """
            select number
            from order_event
            where district_id = :district and request = :request and order_id = :order
            """;

    /** A visit that was recorded, with the time of its event. */
    record RecordedVisit(Instant at, List<OpenedOrder> orders) {}

    /** An order that a visit opened; {@code name} is the name of its method. */
    record OpenedOrder(String number, String address, String name) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final EventLog events;
    private final OrderDesk desk;

    VisitResults(JdbcClient jdbc, Directories directories, EventLog events, OrderDesk desk) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.events = events;
        this.desk = desk;
    }

    /** Returns the result of the visit with this request id; empty when it was not recorded. */
    Optional<RecordedVisit> of(long subject, String request, PageContext context) {
        return jdbc.sql(RECORDED)
                .param("district", directories.district())
                .param("request", request)
                .param("order", subject)
                .query(Integer.class)
                .optional()
                .map(number -> events.of(subject).get(number - 1))
                .map(event -> new RecordedVisit(event.at(), opened(event, context)));
    }

    private List<OpenedOrder> opened(Event event, PageContext context) {
        return event.changes().stream()
                .filter(Change.Opened.class::isInstance)
                .flatMap(change -> desk.find(((Change.Opened) change).child().id()).stream())
                .map(order -> {
                    var method = desk.methodOf(order);
                    var number = OrderNumber.of(order, context.calendar());
                    return new OpenedOrder(number.text(), number.address(method), context.w(method.name()));
                })
                .toList();
    }
}
