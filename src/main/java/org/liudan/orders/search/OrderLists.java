package org.liudan.orders.search;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liudan.database.ListQueries;
import org.liudan.identity.Viewer;
import org.liudan.orders.store.OrderColumns;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of orders: pages that go on from where the last one ended, counts, and all of a filter for an export. */
@Component
public class OrderLists {

    private static final String COLUMNS = """
            select o.id, o.method, o.method_version, o.raised_at, o.changed_at, o.step, o.ring, o.holder_unit,
                o.closed, o.title, o.region, o.department, o.channel, o.category, o.grade, o.rating, o.supervised,
                o.due_at, o.warn_at
            from\s""";

    private static final String ROWS =
            COLUMNS + "orders o where o.district_id = :district and o.id = any(:ids)" + NewestFirstSearch.NEWEST_ORDER;

    /** Which orders are on the page is found in an index; only their rows are read. */
    private static final String DUE_FIRST = """
            with picked as materialized (
                select o.id
                from orders o
                where %s
                order by coalesce(o.due_at, 'infinity'), o.id
                limit :most
            )
            """ + COLUMNS + """
            picked
            join orders o on o.district_id = :district and o.id = picked.id
            order by coalesce(o.due_at, 'infinity'), o.id
            """;

    private static final String AFTER_CURSOR = "(coalesce(o.due_at, 'infinity'), o.id) > (:afterDue, :afterId)";

    /** When it was raised in microseconds, or falls due in milliseconds, and its id. */
    private static final Pattern CURSOR = Pattern.compile("\\d{1,16}_\\d{1,18}");

    /** Beyond this a count is shown as "more than". */
    public static final int MOST_COUNTED = 1_000;

    private static final String COUNT =
            "select count(*) from (select from orders o where %s limit " + MOST_COUNTED + ") as counted";

    /**
     * One page of a list.
     *
     * @param next where the next page begins; empty on the last one
     */
    public record OrderSlice(List<OrderRow> rows, Optional<String> next) {}

    private final ListQueries queries;
    private final NewestFirstSearch newest;
    private final Directories directories;
    private final Calendars calendars;
    private final Rulebook rulebook;
    private final Seals seals;
    private final Clock clock;

    OrderLists(
            ListQueries queries,
            NewestFirstSearch newest,
            Directories directories,
            Calendars calendars,
            Rulebook rulebook,
            Seals seals,
            Clock clock) {
        this.queries = queries;
        this.newest = newest;
        this.directories = directories;
        this.calendars = calendars;
        this.rulebook = rulebook;
        this.seals = seals;
        this.clock = clock;
    }

    /** The conditions of a filter for a viewer. */
    public OrderQuery query(OrderFilter filter, Viewer viewer) {
        var steps = new PostSteps(
                rulebook.everPublished(directories.district()), viewer.seat().post());
        return FilterConditions.query(
                filter,
                viewer,
                directories.current(),
                filter.get("tab").equals(FilterConditions.TO_RATE) ? steps.toRate() : steps.held(),
                clock.instant(),
                calendars.current(),
                seals);
    }

    /**
     * A page of orders: the most pressing first, or the newest first with {@code sort=new}.
     *
     * @param after where the page before ended; empty for the first
     */
    public OrderSlice page(OrderFilter filter, Viewer viewer, String after, int size) {
        var query = query(filter, viewer);
        var last = endsPage(after) ? Optional.of(after.split("_", 2)) : Optional.<String[]>empty();
        var rows = filter.dueFirst() ? dueFirst(query, last, size + 1) : newestFirst(query, last, size + 1);
        return rows.size() <= size
                ? new OrderSlice(rows, Optional.empty())
                : new OrderSlice(rows.subList(0, size), Optional.of(cursor(rows.get(size - 1), filter.dueFirst())));
    }

    /** True for what says where a page ended. */
    public static boolean endsPage(String mark) {
        return CURSOR.matcher(mark).matches();
    }

    private List<OrderRow> dueFirst(OrderQuery query, Optional<String[]> last, int most) {
        last.ifPresent(mark -> query.and(
                AFTER_CURSOR, Map.of("afterDue", due(Long.parseLong(mark[0])), "afterId", Long.parseLong(mark[1]))));
        return query.withParams(Map.of("most", most))
                .bind(queries.sql(DUE_FIRST.formatted(query.where())))
                .query(OrderRow::read)
                .list();
    }

    private List<OrderRow> newestFirst(OrderQuery query, Optional<String[]> last, int most) {
        var place = last.map(
                        mark -> new NewestFirstSearch.ListPosition(micros(Long.parseLong(mark[0])), Long.parseLong(mark[1])))
                .orElse(NewestFirstSearch.ListPosition.TOP);
        var ids = newest.after(query, place, most);
        return ids.isEmpty()
                ? List.of()
                : queries.sql(ROWS)
                        .param("district", directories.district())
                        .param("ids", ids.toArray(Long[]::new))
                        .query(OrderRow::read)
                        .list();
    }

    private static OffsetDateTime due(long millis) {
        return millis < NewestFirstSearch.END_OF_TIME.toEpochMilli()
                ? OrderColumns.utc(Instant.ofEpochMilli(millis))
                : OffsetDateTime.MAX;
    }

    private static Instant micros(long since1970) {
        return Instant.EPOCH.plus(since1970, ChronoUnit.MICROS);
    }

    /** How many orders there are, at most {@link #MOST_COUNTED}. */
    public int count(OrderFilter filter, Viewer viewer) {
        return count(query(filter, viewer));
    }

    /** As {@link #count(OrderFilter, Viewer)}, where this is the first page: if it is the last one too, all are on it. */
    public int count(OrderFilter filter, Viewer viewer, OrderSlice first) {
        return first.next().isEmpty() ? first.rows().size() : count(filter, viewer);
    }

    private int count(OrderQuery query) {
        return newest.after(query, NewestFirstSearch.ListPosition.TOP, MOST_COUNTED).size();
    }

    /** How many orders are under each of these tabs: those of few in one statement, as their parameters don't differ. */
    public List<Integer> countTabs(List<String> tabs, Viewer viewer) {
        var counts = new HashMap<String, Integer>();
        var few = new LinkedHashMap<String, OrderQuery>();
        for (var tab : tabs) {
            var query = query(new OrderFilter(Map.of("tab", tab)), viewer);
            if (query.isSelective()) {
                few.put(tab, query);
            } else {
                counts.put(tab, count(query));
            }
        }
        var statement = few.entrySet().stream()
                .map(tab -> "select '" + tab.getKey() + "' as tab, ("
                        + COUNT.formatted(tab.getValue().where()) + ") as orders")
                .collect(Collectors.joining("\nunion all\n"));
        few.values().stream()
                .findFirst()
                .ifPresent(any -> any.bind(queries.sql(statement))
                        .query((RowCallbackHandler) row -> counts.put(row.getString("tab"), row.getInt("orders"))));
        return tabs.stream().map(tab -> counts.getOrDefault(tab, 0)).toList();
    }

    /** Hands over every order of a filter, the newest first, without holding them all. */
    @Transactional(readOnly = true)
    public void forEach(OrderFilter filter, Viewer viewer, Consumer<OrderRow> consumer) {
        var query = query(filter, viewer);
        try (var rows = query
                .bind(queries.sql(COLUMNS + "orders o where " + query.where() + NewestFirstSearch.NEWEST_ORDER)
                        .withFetchSize(1000))
                .query(OrderRow::read)
                .stream()) {
            rows.forEach(consumer);
        }
    }

    private static String cursor(OrderRow last, boolean pressing) {
        return pressing
                ? last.dueAt().map(Instant::toEpochMilli).orElse(NewestFirstSearch.END_OF_TIME.toEpochMilli()) + "_"
                        + last.id()
                : ChronoUnit.MICROS.between(Instant.EPOCH, last.raisedAt()) + "_" + last.id();
    }
}
