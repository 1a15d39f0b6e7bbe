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

/** Calculates the figures of a filter, in total and split by a property of the orders. */
@Component
public class Figures {

    /** The splits: their names in addresses, and their columns in SQL. */
    public static final Map<String, String> BY = Map.of(
            "channel", "o.channel",
            "grade", "o.grade",
            "category", "split_part(o.category, '.', 1)",
            "unit", "o.department",
            "community", "o.community");

    private static final Comparator<Tally> LARGEST =
            Comparator.comparingLong(Tally::received).reversed().thenComparing(Tally::key);

    private final ListQueries queries;
    private final FigureQuery query;
    private final OrderLists lists;
    private final Rulebook rulebook;
    private final Directories directories;
    private final Calendars calendars;
    private final FigureCounter counter;
    private final PrecountedFigures precounted;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Figures(
            ListQueries queries,
            FigureQuery query,
            OrderLists lists,
            Rulebook rulebook,
            Directories directories,
            Calendars calendars,
            FigureCounter counter,
            PrecountedFigures precounted,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.queries = queries;
        this.query = query;
        this.lists = lists;
        this.rulebook = rulebook;
        this.directories = directories;
        this.calendars = calendars;
        this.counter = counter;
        this.precounted = precounted;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Returns the filter of the figures that a request asks for: a period, a method and a region. Without a period, the filter
     * begins with the first day of the month three months ago and ends today.
     */
    public static OrderFilter asked(OrderFilter filter, LocalDate today) {
        return OrderFilter.raised(
                        filter.has("from")
                                ? filter.get("from")
                                : today.minusMonths(3).withDayOfMonth(1).toString(),
                        filter.has("to") ? filter.get("to") : today.toString())
                .with("method", filter.get("method"))
                .with("street", filter.get("street"))
                .with("community", filter.get("community"));
    }

    /** Returns the total figures of a filter. */
    public Tally whole(OrderFilter filter, Viewer viewer) {
        return split(List.of("unit"), filter, viewer).whole();
    }

    /**
     * Returns the figures of a filter, in total and split. Whole months of an area are added up from precounted cells.
     *
     * @param by the splits, keys of {@link #BY}, at least one
     */
    public SplitFigures split(List<String> by, OrderFilter filter, Viewer viewer) {
        var today = calendars.current().dayOf(clock.instant());
        return MonthlyArea.of(filter, viewer, directories.current(), today)
                .filter(area -> counter.isCounted())
                .map(area -> snapshot.execute(status -> fromCells(area, by, filter, viewer)))
                .orElseGet(() -> scan(by, filter, viewer));
    }

    /** Reads all orders of a filter, without the precounted cells. */
    SplitFigures scan(List<String> by, OrderFilter filter, Viewer viewer) {
        return query.all(by, lists.query(filter, viewer));
    }

    /** Adds the precounted closed orders and the open ones. */
    private SplitFigures fromCells(MonthlyArea area, List<String> by, OrderFilter filter, Viewer viewer) {
        var open = query.open(by, lists.query(filter.with("state", "open"), viewer));
        var closed = precounted.of(
                area,
                filter,
                Stream.concat(Stream.of(FigureChange.WHOLE), by.stream()).toList());
        var splits = new HashMap<String, List<Tally>>();
        closed.forEach((split, counts) -> {
            var tallies = open.by(split).stream().collect(Collectors.toMap(Tally::key, tally -> tally));
            counts.keySet().forEach(key -> tallies.putIfAbsent(key, Tally.empty(key)));
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

    /** Returns the exact number of orders of a filter. */
    long count(OrderFilter filter, Viewer viewer) {
        var query = lists.query(filter, viewer);
        return query.bind(queries.sql("select count(*) from orders o where " + query.where()))
                .query(Long.class)
                .single();
    }

    /** Returns the ids of the clocks by which a measure is judged, in all methods, joined with commas. */
    String clocks(String measure) {
        var clocks = rulebook.inForce(directories.district()).stream()
                .flatMap(method -> method.measures().getOrDefault(measure, List.of()).stream())
                .distinct()
                .toList();
        return String.join(",", clocks);
    }
}
