package org.liudan.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.liudan.orders.OrderFilter;
import org.liudan.orders.OrderLists;
import org.liudan.people.Directories;
import org.liudan.people.Viewer;
import org.liudan.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the orders of a filter, as a whole or by something. */
@Component
public class Figures {

    /** What figures can be split by: the name in addresses and the column. */
    public static final Map<String, String> BY = Map.of(
            "channel", "o.channel",
            "grade", "o.grade",
            "category", "split_part(o.category, '.', 1)",
            "unit", "o.department",
            "community", "o.community");

    /** What was merged into another order is done and judged with that one, which counts once. */
    private static final String ALONE = "o.closed is distinct from 'merged'";

    private static final String TALLY = """
            with clock as (
                select c.order_id,
                    bool_or(c.breached_at is not null) as breached,
                    bool_or(c.clock in (:answered) and c.breached_at is not null) as answered_late,
                    bool_or(c.clock in (:answered) and c.ended_at is not null) as answered,
                    bool_or(c.clock in (:finished) and c.breached_at is not null) as finished_late,
                    bool_or(c.clock in (:finished) and c.ended_at is not null) as finished
                from order_clock c
                join orders o on o.district_id = c.district_id and o.id = c.order_id
                where %2$s
                group by c.order_id
            )
            select coalesce(%1$s, '') as key,
                count(*) as received,
                count(*) filter (where o.closed is null) as open,
                count(*) filter (where o.closed is null and o.due_at < :now) as overdue,
                count(*) filter (where o.closed is not null and %3$s) as closed,
                count(*) filter (where c.breached) as breached,
                count(*) filter (where %3$s and c.answered and not c.answered_late) as answered,
                count(*) filter (where %3$s and (c.answered or c.answered_late)) as to_answer,
                count(*) filter (where o.closed is not null and %3$s and c.finished and not c.finished_late) as on_time,
                count(*) filter (where o.closed is not null and %3$s and (c.finished or c.finished_late)) as finished,
                count(*) filter (where o.rating = 'satisfied') as satisfied,
                count(*) filter (where o.rating = 'average') as average,
                count(*) filter (where o.rating = 'dissatisfied') as dissatisfied,
                percentile_disc(0.5) within group (order by o.took) filter (where %3$s) as median,
                percentile_disc(0.9) within group (order by o.took) filter (where %3$s) as p90
            from orders o
            left join clock c on c.order_id = o.id
            where %2$s
            group by 1
            order by received desc, key
            """;

    private final JdbcClient jdbc;
    private final OrderLists lists;
    private final Rulebook rulebook;
    private final Directories directories;

    Figures(JdbcClient jdbc, OrderLists lists, Rulebook rulebook, Directories directories) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.rulebook = rulebook;
        this.directories = directories;
    }

    /** The orders that figures are of: a period, the last months if none is asked for, and a region. */
    public static OrderFilter asked(OrderFilter asked, LocalDate today) {
        return OrderFilter.raised(
                        asked.has("from")
                                ? asked.get("from")
                                : today.minusMonths(3).withDayOfMonth(1).toString(),
                        asked.has("to") ? asked.get("to") : today.toString())
                .with("method", asked.get("method"))
                .with("street", asked.get("street"))
                .with("community", asked.get("community"));
    }

    /** The figures of all orders of a filter. */
    public Tally whole(OrderFilter filter, Viewer viewer) {
        return tallies("''::text", filter, viewer).stream()
                .findFirst()
                .orElse(new Tally("", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.empty(), OptionalLong.empty()));
    }

    /**
     * The figures split by something, the largest first.
     *
     * @param by one of {@link #BY}
     */
    public List<Tally> by(String by, OrderFilter filter, Viewer viewer) {
        return tallies(java.util.Objects.requireNonNull(BY.get(by), by), filter, viewer);
    }

    /** How many orders a filter has, however many that are. */
    long count(OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(jdbc.sql("select count(*) from orders o where " + query.where()))
                .query(Long.class)
                .single();
    }

    /** The clocks by which something is judged, over all methods. */
    String clocks(String measure) {
        var clocks = rulebook.inForce(directories.district()).stream()
                .flatMap(method -> method.measures().getOrDefault(measure, List.of()).stream())
                .distinct()
                .toList();
        return String.join(",", clocks);
    }

    private List<Tally> tallies(String column, OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(jdbc.sql(TALLY.formatted(column, query.where(), ALONE)))
                .param("answered", List.of(clocks("answered").split(",", -1)))
                .param("finished", List.of(clocks("finished").split(",", -1)))
                .query(Figures::tally)
                .list();
    }

    private static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(
                row.getString("key"),
                row.getLong("received"),
                row.getLong("open"),
                row.getLong("overdue"),
                row.getLong("closed"),
                row.getLong("breached"),
                row.getLong("answered"),
                row.getLong("to_answer"),
                row.getLong("on_time"),
                row.getLong("finished"),
                row.getLong("satisfied"),
                row.getLong("average"),
                row.getLong("dissatisfied"),
                minutes(row, "median"),
                minutes(row, "p90"));
    }

    private static OptionalLong minutes(ResultSet row, String column) throws SQLException {
        var minutes = row.getObject(column, Long.class);
        return minutes == null ? OptionalLong.empty() : OptionalLong.of(minutes);
    }
}
