package org.liudan.orders.store;

import java.util.List;
import org.liudan.engine.order.Event;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of an order, from the first to the last. */
@Component
public class EventLog {

    private static final String OF_ORDER = """
            select body
            from order_event
            where district_id = :district and order_id = :order
            order by number
            """;

    private static final String IMPORTED = """
            select e.number as event, i.file_name as file, split_part(e.request, ':', 3)::integer as row
            from order_event e
            join import i on i.district_id = e.district_id and i.id = split_part(e.request, ':', 2)::bigint
            where e.district_id = :district and e.order_id = :order and e.request like 'import:%'
            """;

    /** The row of an imported file that caused an event. */
    public record Imported(int event, String file, int row) {}

    private final JdbcClient jdbc;
    private final Directories directories;

    EventLog(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** All events of an order; empty if there is no such order. */
    public List<Event> of(long order) {
        return jdbc
                .sql(OF_ORDER)
                .param("district", directories.district())
                .param("order", order)
                .query(String.class)
                .list()
                .stream()
                .map(OrderJson::event)
                .toList();
    }

    /** The events that imported files caused. */
    public List<Imported> imported(long order) {
        return jdbc.sql(IMPORTED)
                .param("district", directories.district())
                .param("order", order)
                .query(Imported.class)
                .list();
    }
}
