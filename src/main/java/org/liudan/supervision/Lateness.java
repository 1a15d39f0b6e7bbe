package org.liudan.supervision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits and who is late. */
@Component
class Lateness {

    private static final String WAITING = """
            select o.community,
                count(*) filter (where o.closed is null) as open,
                count(*) filter (where o.closed is null and o.due_at < :now) as overdue,
                count(*) filter (where o.rating = 'dissatisfied') as bad
            from orders o
            where %s
            group by o.community
            order by overdue desc, open desc, o.community
            """;
    private static final String STUCK = """
            select o.holder_unit, count(*) as overdue, min(o.due_at) as longest
            from orders o
            where %s and o.closed is null and o.due_at < :now
            group by o.holder_unit
            order by overdue desc, longest
            limit 12
            """;

    record CommunityCounts(String community, long open, long overdue, long bad) {}

    record OverdueByUnit(String unit, long overdue, Instant since) {}

    private final JdbcClient jdbc;
    private final OrderLists lists;

    Lateness(JdbcClient jdbc, OrderLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    List<CommunityCounts> countsByCommunity(OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(jdbc.sql(WAITING.formatted(query.where())))
                .query(CommunityCounts.class)
                .list();
    }

    List<OverdueByUnit> overdueByUnit(OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(jdbc.sql(STUCK.formatted(query.where())))
                .query((row, number) -> new OverdueByUnit(
                        row.getString("holder_unit"),
                        row.getLong("overdue"),
                        row.getObject("longest", OffsetDateTime.class).toInstant()))
                .list();
    }
}
