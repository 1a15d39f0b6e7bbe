package org.liudan.figures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.database.ListQueries;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.organisation.Directories;
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

    private static final Comparator<Tally> LARGEST =
            Comparator.comparingLong(Tally::received).reversed().thenComparing(Tally::key);

    private final ListQueries queries;
    private final FigureQuery splitting;
    private final OrderLists lists;
    private final Rulebook rulebook;
    private final Directories directories;
    private final Calendars calendars;
    private final FigureCounter counting;
    private final PrecountedFigures ahead;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Figures(
            ListQueries queries,
            FigureQuery splitting,
            OrderLists lists,
            Rulebook rulebook,
            Directories directories,
            Calendars calendars,
            FigureCounter counting,
            PrecountedFigures ahead,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.queries = queries;
        this.splitting = splitting;
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
    public SplitFigures split(List<String> by, OrderFilter filter, Viewer viewer) {
        var today = calendars.current().dayOf(clock.instant());
        return MonthlyArea.of(filter, viewer, directories.current(), today)
                .filter(area -> counting.counted())
                .map(area -> snapshot.execute(status -> counted(area, by, filter, viewer)))
                .orElseGet(() -> readThrough(by, filter, viewer));
    }

    /** Reads through all orders of a filter, whatever is counted ahead. */
    SplitFigures readThrough(List<String> by, OrderFilter filter, Viewer viewer) {
        return splitting.all(by, lists.query(filter, viewer));
    }

    /** Closed orders as they are counted already, and the open ones. */
    private SplitFigures counted(MonthlyArea area, List<String> by, OrderFilter filter, Viewer viewer) {
        var open = splitting.open(by, lists.query(filter.with("state", "open"), viewer));
        var closed = ahead.of(
                area,
                filter,
                Stream.concat(Stream.of(FigureChange.WHOLE), by.stream()).toList());
        var splits = new HashMap<String, List<Tally>>();
        closed.forEach((split, counts) -> {
            var tallies = open.by(split).stream().collect(Collectors.toMap(Tally::key, tally -> tally));
            counts.keySet().forEach(key -> tallies.putIfAbsent(key, Tally.none(key)));
            splits.put(
                    split,
                    tallies.values().stream()
                            .map(tally -> counts.getOrDefault(tally.key(), FigureCounts.NONE)
                                    .with(tally))
                            .filter(tally -> tally.received() > 0 || split.isEmpty())
                            .sorted(LARGEST)
                            .toList());
        });
        return new SplitFigures(splits);
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
}
