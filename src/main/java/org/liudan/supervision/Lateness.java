package org.liudan.supervision;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts open and overdue orders by community, and overdue orders by unit. */
@Component
class Lateness {

    private static final String BY_COMMUNITY = """
            select o.community,
                count(*) filter (where o.closed is null) as open,
                count(*) filter (where o.closed is null and o.due_at < :now) as overdue,
                count(*) filter (where o.rating = 'dissatisfied') as bad
            from orders o
            where %s
            group by o.community
            order by overdue desc, open desc, o.community
            """;
    private static final String BY_UNIT = """
            select o.holder_unit, count(*) as overdue, min(o.due_at) as longest
            from orders o
            where %s and o.closed is null and o.due_at < :now
            group by o.holder_unit
            order by overdue desc, longest
            limit 12
            """;

    /**
     * The orders of one community.
     *
     * @param bad how many were rated as dissatisfied
     */
    record CommunityCounts(String community, long open, long overdue, long bad) {}

    /**
     * The overdue orders that one unit holds.
     *
     * @param since when the oldest of them was due
     */
    record OverdueByUnit(String unit, long overdue, Instant since) {}

    private final JdbcClient jdbc;
    private final OrderLists lists;

    Lateness(JdbcClient jdbc, OrderLists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    List<CommunityCounts> countsByCommunity(OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(jdbc.sql(BY_COMMUNITY.formatted(query.where())))
                .query(CommunityCounts.class)
                .list();
    }

    List<OverdueByUnit> overdueByUnit(OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(jdbc.sql(BY_UNIT.formatted(query.where())))
                .query((row, number) -> new OverdueByUnit(
                        row.getString("holder_unit"),
                        row.getLong("overdue"),
                        row.getObject("longest", OffsetDateTime.class).toInstant()))
                .list();
    }
}
