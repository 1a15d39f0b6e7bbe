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

/** Reads figures from the orders of a query: all splits with one look at them, of which each is a grouping set. */
@Component
class FigureQuery {

    /** What was merged into another order is not alone: it is done and judged with that one, which counts once. */
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
     * Many open orders are alike in all that they are split by. These are counted first, so that a storm, which leaves hundreds of thousands
     * of them, is gone through once and not for each split.
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
     * The figures of all orders of a query.
     *
     * @param by names out of {@link Figures#BY}, at least one
     */
    SplitFigures all(List<String> by, OrderQuery query) {
        return read(ALL, by, query, FigureQuery::tally);
    }

    /** The figures of open orders, as far as such have any; the same as {@link #all} of a query that has open ones alone. */
    SplitFigures open(List<String> by, OrderQuery query) {
        return read(OPEN, by, query, FigureQuery::openTally);
    }

    private SplitFigures read(String statement, List<String> by, OrderQuery query, RowMapper<Tally> tally) {
        var columns = by.stream().map(one -> Figures.BY.get(one) + " as by_" + one);
        var names = by.stream().map(one -> "by_" + one).toList();
        var sql = statement.formatted(
                columns.collect(Collectors.joining(", ")),
                query.where(),
                String.join(", ", names),
                names.stream().collect(Collectors.joining("), (", "(", ")")));
        Map<String, List<Tally>> splits = new HashMap<>();
        splits.put(FigureChange.WHOLE, new ArrayList<>());
        by.forEach(one -> splits.put(one, new ArrayList<>()));
        query.bind(queries.sql(sql)).query(row -> {
            Objects.requireNonNull(splits.get(which(by, row.getInt("split")))).add(tally.mapRow(row, 0));
        });
        return new SplitFigures(splits);
    }

    /** The split of a row: the bits name the columns that it is not by, the first column by the highest bit. */
    private static String which(List<String> by, int bits) {
        return IntStream.range(0, by.size())
                .filter(at -> (bits & 1 << by.size() - 1 - at) == 0)
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
        return minutes == null ? OptionalLong.empty() : OptionalLong.of(DurationHistogram.told(minutes));
    }
}
