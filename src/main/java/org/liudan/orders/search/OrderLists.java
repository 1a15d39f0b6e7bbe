package org.liudan.orders.search;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liudan.database.ListQueries;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of orders: their pages, their counts, and all orders of a filter for an export. */
@Component
public class OrderLists {

    private static final String COLUMNS = """
            select o.id, o.method, o.method_version, o.raised_at, o.changed_at, o.step, o.ring, o.holder_unit,
                o.closed, o.title, o.region, o.department, o.channel, o.category, o.grade, o.rating, o.supervised,
                o.due_at, o.warn_at
            from\s""";

    private static final String BY_IDS =
            COLUMNS + "orders o where o.district_id = :district and o.id = any(:ids)" + NewestFirstSearch.NEWEST_ORDER;

    /** Finds the orders of a page in an index first, so that only their rows are read. */
    private static final String DUE_FIRST = """
            with picked as materialized (
                select o.id
                from orders o
                where %s
                order by coalesce(o.due_at, 'infinity'), o.id
                limit :limit
            )
            """ + COLUMNS + """
            picked
            join orders o on o.district_id = :district and o.id = picked.id
            order by coalesce(o.due_at, 'infinity'), o.id
            """;

    private static final String AFTER_CURSOR = "(coalesce(o.due_at, 'infinity'), o.id) > (:afterDue, :afterId)";

    /** The highest count; where there are more orders, it is shown as "more than". */
    public static final int MOST_COUNTED = 1_000;

    private static final String COUNT =
            "select count(*) from (select from orders o where %s limit " + MOST_COUNTED + ") as counted";

    /**
     * One page of a list.
     *
     * @param next the cursor of the next page; empty on the last page
     */
    public record OrderSlice(List<OrderRow> rows, Optional<String> next) {}

    private final ListQueries queries;
    private final NewestFirstSearch search;
    private final Directories directories;
    private final Calendars calendars;
    private final Rulebook rulebook;
    private final Seals seals;
    private final Clock clock;

    OrderLists(
            ListQueries queries,
            NewestFirstSearch search,
            Directories directories,
            Calendars calendars,
            Rulebook rulebook,
            Seals seals,
            Clock clock) {
        this.queries = queries;
        this.search = search;
        this.directories = directories;
        this.calendars = calendars;
        this.rulebook = rulebook;
        this.seals = seals;
        this.clock = clock;
    }

    /** The query of a filter for a viewer. */
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
     * A page of orders, in the order of {@link OrderFilter#dueFirst()}.
     *
     * @param after the cursor of the page, from {@link OrderSlice#next()} of the page before; empty for the first page
     * @param size how many orders it has at most
     */
    public OrderSlice page(OrderFilter filter, Viewer viewer, String after, int size) {
        var query = query(filter, viewer);
        var cursor = ListCursor.parse(after);
        var rows = filter.dueFirst() ? dueFirst(query, cursor, size + 1) : newestFirst(query, cursor, size + 1);
        return rows.size() <= size
                ? new OrderSlice(rows, Optional.empty())
                : new OrderSlice(
                        rows.subList(0, size),
                        Optional.of(ListCursor.of(rows.get(size - 1), filter.dueFirst())
                                .text()));
    }

    /** True if a text has the format of a cursor. */
    public static boolean endsPage(String text) {
        return ListCursor.isCursor(text);
    }

    private List<OrderRow> dueFirst(OrderQuery query, Optional<ListCursor> cursor, int limit) {
        cursor.ifPresent(last -> query.and(AFTER_CURSOR, Map.of("afterDue", last.due(), "afterId", last.id())));
        return query.addParams(Map.of("limit", limit))
                .bind(queries.sql(DUE_FIRST.formatted(query.where())))
                .query(OrderRow::read)
                .list();
    }

    private List<OrderRow> newestFirst(OrderQuery query, Optional<ListCursor> cursor, int limit) {
        var position = cursor.map(ListCursor::position).orElse(NewestFirstSearch.ListPosition.TOP);
        var ids = search.after(query, position, limit);
        return ids.isEmpty()
                ? List.of()
                : queries.sql(BY_IDS)
                        .param("district", directories.district())
                        .param("ids", ids.toArray(Long[]::new))
                        .query(OrderRow::read)
                        .list();
    }

    /** How many orders a list has, at most {@link #MOST_COUNTED}. */
    public int count(OrderFilter filter, Viewer viewer) {
        return count(query(filter, viewer));
    }

    /** As {@link #count(OrderFilter, Viewer)}, with the first page at hand: if it is also the last one, nothing is queried. */
    public int count(OrderFilter filter, Viewer viewer, OrderSlice first) {
        return first.next().isEmpty() ? first.rows().size() : count(filter, viewer);
    }

    private int count(OrderQuery query) {
        return search.after(query, NewestFirstSearch.ListPosition.TOP, MOST_COUNTED)
                .size();
    }

    /**
     * The counts of tabs, in their order. Selective tabs are counted in one statement, which works as their parameters are the
     * same.
     */
    public List<Integer> countTabs(List<String> tabs, Viewer viewer) {
        var counts = new HashMap<String, Integer>();
        var selective = new LinkedHashMap<String, OrderQuery>();
        for (var tab : tabs) {
            var query = query(new OrderFilter(Map.of("tab", tab)), viewer);
            if (query.isSelective()) {
                selective.put(tab, query);
            } else {
                counts.put(tab, count(query));
            }
        }
        var statement = selective.entrySet().stream()
                .map(tab -> "select '" + tab.getKey() + "' as tab, ("
                        + COUNT.formatted(tab.getValue().where()) + ") as orders")
                .collect(Collectors.joining("\nunion all\n"));
        selective.values().stream()
                .findFirst()
                .ifPresent(any -> any.bind(queries.sql(statement))
                        .query((RowCallbackHandler) row -> counts.put(row.getString("tab"), row.getInt("orders"))));
        return tabs.stream().map(tab -> counts.getOrDefault(tab, 0)).toList();
    }

    /** Passes every order of a filter to a consumer, the newest first, without loading all of them into memory. */
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
}
