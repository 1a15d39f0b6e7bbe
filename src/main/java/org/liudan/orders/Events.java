package org.liudan.orders;

import java.util.List;
import org.liudan.engine.Event;
import org.liudan.people.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has happened to an order, from the first event to the last. */
@Component
public class Events {

    private static final String OF_ORDER = """
            select body
            from order_event
            where district_id = :district and order_id = :order
            order by number
            """;

    private final JdbcClient jdbc;
    private final Directories directories;

    Events(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

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
}
