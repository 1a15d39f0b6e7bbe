package org.liudan.orders.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.database.ListQueries;
import org.liudan.orders.store.OrderColumns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the newest orders of a list, also among millions. Common matches are found soon by scanning some thousand of the newest
 * orders. If the scan does not fill the page, the matches are rare enough to be found by an index: on the tags of closed orders
 * or the words of open ones. The index is searched first in the period that should contain enough matches, estimated from the
 * scan, then in longer ones.
 */
@Component
class NewestFirstSearch {

    private static final int SCAN_SIZE = 5_000;
    /**
     * The least factor by which the next scan or period is longer. The first scan is shorter by it for a search term, as each
     * order needs a look-up in another table.
     */
    private static final int GROWTH = 5;
    /** Matches may be rarer in the days before those that were scanned. */
    private static final int SAFETY_FACTOR = 2;

    /** Later than any order is raised or due. */
    static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final String AND = OrderQuery.AND;
    private static final String BEFORE = "(o.raised_at, o.id) < (:before, :beforeId)";
    private static final String SINCE = "(o.raised_at, o.id) >= (:since, :sinceId)";
    /** The sort order of lists with the newest order first. */
    static final String NEWEST_ORDER = "\norder by o.raised_at desc, o.id desc\n";

    private static final String SCANNED =
            "select o.raised_at, o.id from orders o where o.district_id = :district" + AND + BEFORE + NEWEST_ORDER;
    private static final String FIRST_AND_LAST =
            "(" + SCANNED + "limit 1) union all (" + SCANNED + "offset :scanSize - 1 limit 1)";

    private static final String SCAN = "select o.id from orders o where %s" + NEWEST_ORDER + "limit :limit";
    private static final String MATERIALIZED =
            "with found as materialized (%s)\nselect o.id, o.raised_at from found o" + NEWEST_ORDER + "limit :limit";
    private static final String SELECT = "select o.id, o.raised_at from orders o where ";

    private static final Comparator<ListPosition> NEWEST_FIRST = Comparator.comparing(ListPosition::raisedAt)
            .thenComparing(ListPosition::id)
            .reversed();

    private final ListQueries queries;
    private final int scanSize;

    @Autowired
    NewestFirstSearch(ListQueries queries) {
        this(queries, SCAN_SIZE);
    }

    /** @param scanSize how many orders are scanned one after the other */
    NewestFirstSearch(ListQueries queries, int scanSize) {
        this.queries = queries;
        this.scanSize = scanSize;
    }

    /** The position of an order in a list with the newest first. */
    record ListPosition(Instant raisedAt, long id) {

        /** The position before all orders. */
        static final ListPosition TOP = new ListPosition(END_OF_TIME, Long.MAX_VALUE);

        private Map<String, Object> params(String name) {
            return Map.of(name, OrderColumns.utc(raisedAt), name + "Id", id);
        }

        private static ListPosition read(ResultSet row, int number) throws SQLException {
            return new ListPosition(
                    row.getObject("raised_at", OffsetDateTime.class).toInstant(), row.getLong("id"));
        }
    }

    /** The ids of the orders of a list that come after a position, no more than the limit. */
    List<Long> after(OrderQuery query, ListPosition position, int limit) {
        query.addParams(Map.of("limit", limit))
                .addParams(query.until()
                        .filter(until -> until.isBefore(position.raisedAt()))
                        .map(until -> new ListPosition(until, 0))
                        .orElse(position)
                        .params("before"));
        return query.isSelective()
                ? scanAll(query)
                : scan(query, query.searchTerm().isPresent() ? scanSize / GROWTH : scanSize, limit);
    }

    /** Scans the newest orders, then some times as many if these should contain enough; otherwise searches an index. */
    private List<Long> scan(OrderQuery query, int size, int limit) {
        var edges = query.addParams(Map.of("scanSize", size))
                .bind(queries.sql(FIRST_AND_LAST))
                .query(ListPosition::read)
                .list();
        if (edges.size() < 2) {
            return scanAll(query);
        }
        var last = edges.get(1);
        var found = ids(
                query.addParams(last.params("since")),
                SCAN.formatted(query.whereForScan() + AND + BEFORE + AND + SINCE));
        if (found.size() == limit) {
            return found;
        }
        boolean nextIsEnough = found.size() * GROWTH >= limit && size <= scanSize;
        return nextIsEnough || size < scanSize
                ? scan(query, size * GROWTH, limit)
                : searchBeyondScan(query, edges.get(0).raisedAt(), last, found.size(), limit);
    }

    private List<Long> searchBeyondScan(OrderQuery query, Instant newest, ListPosition last, int found, int limit) {
        if (query.searchTerm().equals(Optional.of(SearchTerm.CONTACT))) {
            return ids(query, MATERIALIZED.formatted(SELECT + query.where() + AND + BEFORE));
        }
        if (query.hasNoTags()) {
            return scanAll(query);
        }
        var open = query.onlyClosed() ? List.<ListPosition>of() : select(query, query.whereOpen());
        return searchRecent(
                        query,
                        open,
                        newest,
                        estimateTime(Duration.between(last.raisedAt(), newest), found, limit),
                        limit)
                .stream()
                .map(ListPosition::id)
                .toList();
    }

    /**
     * Estimates how long a time contains enough orders, from those found in some time, which may be very short; at least one
     * period.
     */
    private static Duration estimateTime(Duration time, int found, int limit) {
        var estimate = time.multipliedBy(Math.max(GROWTH, (long) SAFETY_FACTOR * limit / Math.max(1, found)));
        return Collections.max(List.of(estimate, TimeBucket.SHORTEST));
    }

    private List<Long> scanAll(OrderQuery query) {
        return ids(query, SCAN.formatted((query.onlyOpen() ? query.where() : query.whereForScan()) + AND + BEFORE));
    }

    /**
     * The orders of some time, closed and open; if they are not enough, those of a longer time, and in the end of all times.
     */
    private List<ListPosition> searchRecent(
            OrderQuery query, List<ListPosition> open, Instant newest, Duration time, int limit) {
        var earliest = query.since().filter(since -> !since.isBefore(newest.minus(time)));
        var range = TimeBucket.covering(earliest.orElse(newest.minus(time)), newest);
        if (range.isEmpty()) {
            return merge(open.stream(), select(query, query.whereClosed()), limit);
        }
        var since = new ListPosition(range.get().begin(), 0);
        query.addParams(since.params("since"))
                .addParams(Map.of("periods", range.get().tags().toArray(String[]::new)));
        var recent = merge(
                open.stream().filter(position -> !position.raisedAt().isBefore(since.raisedAt())),
                select(query, query.whereClosed() + AND + SINCE + AND + FilterTags.withAny(":periods")),
                limit);
        return recent.size() == limit || earliest.isPresent()
                ? recent
                : searchRecent(query, open, newest, estimateTime(time, recent.size(), limit), limit);
    }

    private List<ListPosition> select(OrderQuery query, String conditions) {
        return query.bind(queries.sql(MATERIALIZED.formatted(SELECT + conditions + AND + BEFORE)))
                .query(ListPosition::read)
                .list();
    }

    private static List<ListPosition> merge(Stream<ListPosition> open, List<ListPosition> closed, int limit) {
        return Stream.concat(open, closed.stream())
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private List<Long> ids(OrderQuery query, String statement) {
        return query.bind(queries.sql(statement))
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
