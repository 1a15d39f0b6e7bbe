package org.liudan.orders.store;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the numbers of orders by their ids. */
@Component
public class OrderNumbers {

    private static final String RAISED = """
            select id, raised_at
            from orders
            where district_id = :district and id in (:ids)
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Calendars calendars;

    OrderNumbers(JdbcClient jdbc, Directories directories, Calendars calendars) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.calendars = calendars;
    }

    /** The numbers by id; orders that do not exist are left out. */
    public Map<Long, OrderNumber> of(Collection<Long> ids) {
        Map<Long, OrderNumber> numbers = new HashMap<>();
        if (!ids.isEmpty()) {
            var calendar = calendars.current();
            jdbc.sql(RAISED)
                    .param("district", directories.district())
                    .param("ids", ids)
                    .query(row -> {
                        var raised =
                                row.getObject("raised_at", OffsetDateTime.class).toInstant();
                        numbers.put(row.getLong("id"), OrderNumber.of(row.getLong("id"), raised, calendar));
                    });
        }
        return numbers;
    }
}
