package org.liudan.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liudan.database.ListQueries;
import org.liudan.orders.OrderFilter;
import org.liudan.orders.OrderLists;
import org.liudan.orders.OrderQuery;
import org.liudan.people.Directories;
import org.liudan.people.Viewer;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** One look at the orders gives all splits; each grouping set is one of them. */
    private static final String TALLY = """
            with picked as materialized (
                select o.closed, o.due_at, o.rating, o.took, o.breached, o.answered_in_time, o.finished_in_time,
                    %3$s as alone, %1$s
                from orders o
                where %2$s
            )
            select grouping(%4$s) as split, coalesce(%4$s, '') as key,
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
                %6$s
            from picked p
            group by grouping sets ((), %5$s)
            order by received desc, key
            """;

    private static final String TOOK = """
            percentile_disc(0.5) within group (order by p.took) filter (where p.alone) as median,
                percentile_disc(0.9) within group (order by p.took) filter (where p.alone) as p90""";

    /** Open orders have taken no time yet; leaving them unsorted is faster. */
    private static final String NOT_TAKEN = "null::bigint as median, null::bigint as p90";

    private static final Comparator<Tally> LARGEST =
            Comparator.comparingLong(Tally::received).reversed().thenComparing(Tally::key);

    /** Figures of the same orders, whole and split by several things. */
    public record Splits(Map<String, List<Tally>> lists) {

        public Tally whole() {
            return by(Change.WHOLE).get(0);
        }

        /** One for each value, the largest first. */
        public List<Tally> by(String what) {
            return lists.getOrDefault(what, List.of());
        }
    }

    private final ListQueries queries;
    private final OrderLists lists;
    private final Rulebook rulebook;
    private final Directories directories;
    private final Calendars calendars;
    private final Counting counting;
    private final CountedAhead ahead;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Figures(
            ListQueries queries,
            OrderLists lists,
            Rulebook rulebook,
            Directories directories,
            Calendars calendars,
            Counting counting,
            CountedAhead ahead,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.queries = queries;
        this.lists = lists;
        this.rulebook = rulebook;
        this.directories = directories;
        this.calendars = calendars;
        this.counting = counting;
        this.ahead = ahead;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.clock = clock;
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
        return split(List.of("unit"), filter, viewer).whole();
    }

    /**
     * The figures of all orders of a filter, and split by some things.
     *
     * @param by names out of {@link #BY}, at least one
     */
    public Splits split(List<String> by, OrderFilter filter, Viewer viewer) {
        var today = calendars.current().dayOf(clock.instant());
        return Area.of(filter, viewer, directories.current(), today)
                .filter(area -> counting.counted())
                .map(area -> snapshot.execute(status -> counted(area, by, filter, viewer)))
                .orElseGet(() -> readThrough(by, filter, viewer));
    }

    /** Reads through all orders of a filter, whatever is counted ahead. */
    Splits readThrough(List<String> by, OrderFilter filter, Viewer viewer) {
        return read(by, lists.query(filter, viewer), TOOK);
    }

    /** Closed orders as they are counted already, and the open ones. */
    private Splits counted(Area area, List<String> by, OrderFilter filter, Viewer viewer) {
        var open = read(by, lists.query(filter.with("state", "open"), viewer), NOT_TAKEN);
        var closed = ahead.of(
                area,
                filter,
                Stream.concat(Stream.of(Change.WHOLE), by.stream()).toList());
        var splits = new HashMap<String, List<Tally>>();
        closed.forEach((split, counts) -> {
            var tallies = open.by(split).stream().collect(Collectors.toMap(Tally::key, tally -> tally));
            counts.keySet().forEach(key -> tallies.putIfAbsent(key, Tally.none(key)));
            splits.put(
                    split,
                    tallies.values().stream()
                            .map(tally -> counts.getOrDefault(tally.key(), Counts.NONE)
                                    .with(tally))
                            .filter(tally -> tally.received() > 0 || split.isEmpty())
                            .sorted(LARGEST)
                            .toList());
        });
        return new Splits(splits);
    }

    private Splits read(List<String> by, OrderQuery query, String took) {
        var columns = by.stream().map(one -> BY.get(one) + " as by_" + one).collect(Collectors.joining(", "));
        var names = by.stream().map(one -> "p.by_" + one).toList();
        var sql = TALLY.formatted(
                columns, query.where(), ALONE, String.join(", ", names), "(" + String.join("), (", names) + ")", took);
        Map<String, List<Tally>> splits = new HashMap<>();
        splits.put(Change.WHOLE, new ArrayList<>());
        by.forEach(one -> splits.put(one, new ArrayList<>()));
        query.bind(queries.sql(sql)).query(row -> {
            Objects.requireNonNull(splits.get(which(by, row.getInt("split")))).add(tally(row));
        });
        return new Splits(splits);
    }

    /** The split of a row: the bits name the columns that it is not by, the first column by the highest bit. */
    private static String which(List<String> by, int bits) {
        return IntStream.range(0, by.size())
                .filter(at -> (bits & 1 << by.size() - 1 - at) == 0)
                .mapToObj(by::get)
                .findFirst()
                .orElse(Change.WHOLE);
    }

    /** How many orders a filter has, however many that are. */
    long count(OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(queries.sql("select count(*) from orders o where " + query.where()))
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

    private static Tally tally(ResultSet row) throws SQLException {
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
        return minutes == null ? OptionalLong.empty() : OptionalLong.of(Took.told(minutes));
    }
}
