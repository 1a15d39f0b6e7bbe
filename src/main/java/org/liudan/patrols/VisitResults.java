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

/** What a visit has come to: whether it was taken, when, and which orders it opened. */
@Component
class VisitResults {

    private static final String TAKEN = """
            select number
            from order_event
            where district_id = :district and request = :request and order_id = :order
            """;

    /** A visit that was taken. */
    record Taken(Instant at, List<Opened> orders) {}

    /** An order that it opened. */
    record Opened(String number, String address, String name) {}

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

    /** What came of a request; empty when it was never taken. */
    Optional<Taken> of(long subject, String request, PageContext screen) {
        return jdbc.sql(TAKEN)
                .param("district", directories.district())
                .param("request", request)
                .param("order", subject)
                .query(Integer.class)
                .optional()
                .map(number -> events.of(subject).get(number - 1))
                .map(event -> new Taken(event.at(), opened(event, screen)));
    }

    private List<Opened> opened(Event event, PageContext screen) {
        return event.changes().stream()
                .filter(Change.Opened.class::isInstance)
                .flatMap(change -> desk.find(((Change.Opened) change).child().id()).stream())
                .map(order -> {
                    var method = desk.methodOf(order);
                    var number = OrderNumber.of(order, screen.calendar());
                    return new Opened(number.text(), number.address(method), screen.w(method.name()));
                })
                .toList();
    }
}
