package org.liudan.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.database.ListQueries;
import org.liudan.orders.search.OrderQuery;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Calculates figures from the orders of a query. All splits are read in one pass; each split is a grouping set. */
@Component
class FigureQuery {

    /** A merged order is not {@code alone}: it is closed and judged together with the order that it was merged into, which is counted once. */
    private static final String ALL = """
            with picked as materialized (
                select o.closed, o.due_at, o.rating, o.working_minutes, o.breached, o.answered_in_time, o.finished_in_time,
                    o.closed is distinct from 'merged' as alone, %1$s
                from orders o
                where %2$s
            )
            select grouping(%3$s) as split, coalesce(%3$s, '') as key,
                count(*) as received,
                count(*) filter (where p.closed is null) as open,
                count(*) filter (where p.closed is null and p.due_at < :now) as overdue,
                count(*) filter (where p.closed is not null and p.alone) as closed,
                count(*) filter (where p.breached) as breached,
                count(*) filter (where p.alone and p.answered_in_time) as answered,
                count(*) filter (where p.alone and p.answered_in_time is not null) as to_answer,
                count(*) filter (where p.closed is not null and p.alone and p.finished_in_time) as on_time,
                count(*) filter (where p.closed is not null and p.alone and p.finished_in_time is not null) as finished,
                count(*) filter (where p.rating = 'satisfied') as satisfied,
                count(*) filter (where p.rating = 'average') as average,
                count(*) filter (where p.rating = 'dissatisfied') as dissatisfied,
                percentile_disc(0.5) within group (order by p.working_minutes) filter (where p.alone) as median,
                percentile_disc(0.9) within group (order by p.working_minutes) filter (where p.alone) as p90
            from picked p
            group by grouping sets ((), %4$s)
            order by received desc, key
            """;

    /**
     * Many open orders have the same keys in all splits. They are grouped and counted first, so that hundreds of thousands of open orders
     * after a storm are read once and not once for each split.
     */
    private static final String OPEN = """
            with picked as materialized (
                select %1$s,
                    count(*) as open,
                    count(*) filter (where o.due_at < :now) as overdue,
                    count(*) filter (where o.breached) as breached,
                    count(*) filter (where o.answered_in_time) as answered,
                    count(o.answered_in_time) as to_answer
                from orders o
                where %2$s
                group by %3$s
            )
            select grouping(%3$s) as split, coalesce(%3$s, '') as key,
                sum(p.open) as open, sum(p.overdue) as overdue, sum(p.breached) as breached,
                sum(p.answered) as answered, sum(p.to_answer) as to_answer
            from picked p
            group by grouping sets ((), %4$s)
            """;

    private final ListQueries queries;

    FigureQuery(ListQueries queries) {
        this.queries = queries;
    }

    /**
     * Returns the figures of all orders of a query.
     *
     * @param by the splits, keys of {@link Figures#BY}, at least one
     */
    SplitFigures all(List<String> by, OrderQuery query) {
        return read(ALL, by, query, FigureQuery::tally);
    }

    /**
     * Returns the figures of open orders. The query must select open orders only; the result is then the same as that of
     * {@link #all}, but faster.
     */
    SplitFigures open(List<String> by, OrderQuery query) {
        return read(OPEN, by, query, FigureQuery::openTally);
    }

    private SplitFigures read(String statement, List<String> by, OrderQuery query, RowMapper<Tally> mapper) {
        var columns = by.stream().map(split -> Figures.BY.get(split) + " as by_" + split);
        var names = by.stream().map(split -> "by_" + split).toList();
        var sql = statement.formatted(
                columns.collect(Collectors.joining(", ")),
                query.where(),
                String.join(", ", names),
                names.stream().collect(Collectors.joining("), (", "(", ")")));
        Map<String, List<Tally>> splits = new HashMap<>();
        splits.put(FigureChange.WHOLE, new ArrayList<>());
        by.forEach(split -> splits.put(split, new ArrayList<>()));
        query.bind(queries.sql(sql)).query(row -> {
            Objects.requireNonNull(splits.get(splitOf(by, row.getInt("split")))).add(mapper.mapRow(row, 0));
        });
        return new SplitFigures(splits);
    }

    /** Returns the split of a row. As in SQL's grouping(), a bit is set for each column not grouped by; the first column has the highest bit. */
    private static String splitOf(List<String> by, int bits) {
        return IntStream.range(0, by.size())
                .filter(index -> (bits & 1 << by.size() - 1 - index) == 0)
                .mapToObj(by::get)
                .findFirst()
                .orElse(FigureChange.WHOLE);
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

    private static Tally openTally(ResultSet row, int number) throws SQLException {
        long open = row.getLong("open");
        return new Tally(
                row.getString("key"),
                open,
                open,
                row.getLong("overdue"),
                0,
                row.getLong("breached"),
                row.getLong("answered"),
                row.getLong("to_answer"),
                0,
                0,
                0,
                0,
                0,
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static OptionalLong minutes(ResultSet row, String column) throws SQLException {
        var minutes = row.getObject(column, Long.class);
        return minutes == null ? OptionalLong.empty() : OptionalLong.of(DurationHistogram.rounded(minutes));
    }
}
