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
 * Finds the newest orders of a list, among millions too. What is common is met soon among the newest, so that some thousand of
 * these are looked through one after the other. What fills no page there is rare enough to be found by what is asked for, the marks of
 * closed orders or the words of open ones: at first in the days in which, as rare as it seems, there should be enough; then in more.
 */
@Component
class NewestFirstSearch {

    private static final int SCAN_SIZE = 5_000;
    /** So many times as many are looked through next, at least; and at first so many times fewer when each is asked for in another table. */
    private static final int GROWTH = 5;
    /** What is looked for may be rarer in the days before. */
    private static final int SAFETY_FACTOR = 2;

    /** Later than any order is raised or falls due. */
    static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static final String AND = OrderQuery.AND;
    private static final String BEFORE = "(o.raised_at, o.id) < (:before, :beforeId)";
    private static final String SINCE = "(o.raised_at, o.id) >= (:since, :sinceId)";
    /** The order of lists from the newest back. */
    static final String NEWEST_ORDER = "\norder by o.raised_at desc, o.id desc\n";

    private static final String SCANNED =
            "select o.raised_at, o.id from orders o where o.district_id = :district" + AND + BEFORE + NEWEST_ORDER;
    private static final String FIRST_AND_LAST =
            "(" + SCANNED + "limit 1) union all (" + SCANNED + "offset :near - 1 limit 1)";

    private static final String SCAN = "select o.id from orders o where %s" + NEWEST_ORDER + "limit :most";
    private static final String MATERIALIZED =
            "with found as materialized (%s)\nselect o.id, o.raised_at from found o" + NEWEST_ORDER + "limit :most";
    private static final String SELECT = "select o.id, o.raised_at from orders o where ";

    private static final Comparator<ListPosition> NEWEST_FIRST =
            Comparator.comparing(ListPosition::raised).thenComparing(ListPosition::id).reversed();

    private final ListQueries queries;
    private final int near;

    @Autowired
    NewestFirstSearch(ListQueries queries) {
        this(queries, SCAN_SIZE);
    }

    /** @param near how many are looked through one after the other */
    NewestFirstSearch(ListQueries queries, int near) {
        this.queries = queries;
        this.near = near;
    }

    /** Where an order stands in a list. */
    record ListPosition(Instant raised, long id) {

        /** Before all orders. */
        static final ListPosition TOP = new ListPosition(END_OF_TIME, Long.MAX_VALUE);

        private Map<String, Object> params(String name) {
            return Map.of(name, OrderColumns.utc(raised), name + "Id", id);
        }

        private static ListPosition read(ResultSet row, int number) throws SQLException {
            return new ListPosition(row.getObject("raised_at", OffsetDateTime.class).toInstant(), row.getLong("id"));
        }
    }

    /** The ids of the orders of a list that come after a place, at most so many. */
    List<Long> after(OrderQuery query, ListPosition place, int most) {
        var asked = query.withParams(Map.of("most", most))
                .withParams(query.until()
                        .filter(until -> until.isBefore(place.raised()))
                        .map(until -> new ListPosition(until, 0))
                        .orElse(place)
                        .params("before"));
        return asked.isSelective() ? scanAll(asked) : scan(asked, asked.searchTerm().isPresent() ? near / GROWTH : near, most);
    }

    /** Looks through the newest, and through some times as many where that should do; otherwise finds them. */
    private List<Long> scan(OrderQuery asked, int lookedThrough, int most) {
        var edges = asked.withParams(Map.of("near", lookedThrough))
                .bind(queries.sql(FIRST_AND_LAST))
                .query(ListPosition::read)
                .list();
        if (edges.size() < 2) {
            return scanAll(asked);
        }
        var last = edges.get(1);
        var met = ids(asked.withParams(last.params("since")), SCAN.formatted(asked.whereForScan() + AND + BEFORE + AND + SINCE));
        if (met.size() == most) {
            return met;
        }
        boolean soon = met.size() * GROWTH >= most && lookedThrough <= near;
        return soon || lookedThrough < near
                ? scan(asked, lookedThrough * GROWTH, most)
                : searchBeyondScan(asked, edges.get(0).raised(), last, met.size(), most);
    }

    private List<Long> searchBeyondScan(OrderQuery asked, Instant newest, ListPosition last, int met, int most) {
        if (asked.searchTerm().equals(Optional.of(SearchTerm.CONTACT))) {
            return ids(asked, MATERIALIZED.formatted(SELECT + asked.where() + AND + BEFORE));
        }
        if (asked.hasNoTags()) {
            return scanAll(asked);
        }
        var open = asked.onlyClosed() ? List.<ListPosition>of() : select(asked, asked.whereOpen());
        return searchRecent(asked, open, newest, estimateTime(Duration.between(last.raised(), newest), met, most), most).stream()
                .map(ListPosition::id)
                .toList();
    }

    /** The time in which there should be enough, where so many were met in some time, which may be a moment; less than a period isn't worth a look. */
    private static Duration estimateTime(Duration time, int met, int most) {
        var enough = time.multipliedBy(Math.max(GROWTH, (long) SAFETY_FACTOR * most / Math.max(1, met)));
        return Collections.max(List.of(enough, TimeBucket.SHORTEST));
    }

    private List<Long> scanAll(OrderQuery asked) {
        return ids(asked, SCAN.formatted((asked.onlyOpen() ? asked.where() : asked.whereForScan()) + AND + BEFORE));
    }

    /** Those of some time, closed ones beside the open, and where these aren't enough those of a longer one; in the end those of all. */
    private List<ListPosition> searchRecent(OrderQuery asked, List<ListPosition> open, Instant newest, Duration time, int most) {
        var earliest = asked.since().filter(since -> !since.isBefore(newest.minus(time)));
        var span = TimeBucket.covering(earliest.orElse(newest.minus(time)), newest);
        if (span.isEmpty()) {
            return merge(open.stream(), select(asked, asked.whereClosed()), most);
        }
        var since = new ListPosition(span.get().begin(), 0);
        asked.withParams(since.params("since")).withParams(Map.of("periods", span.get().tags().toArray(String[]::new)));
        var recent = merge(
                open.stream().filter(place -> !place.raised().isBefore(since.raised())),
                select(asked, asked.whereClosed() + AND + SINCE + AND + FilterTags.withAny(":periods")),
                most);
        return recent.size() == most || earliest.isPresent()
                ? recent
                : searchRecent(asked, open, newest, estimateTime(time, recent.size(), most), most);
    }

    private List<ListPosition> select(OrderQuery asked, String conditions) {
        return asked.bind(queries.sql(MATERIALIZED.formatted(SELECT + conditions + AND + BEFORE)))
                .query(ListPosition::read)
                .list();
    }

    private static List<ListPosition> merge(Stream<ListPosition> open, List<ListPosition> closed, int most) {
        return Stream.concat(open, closed.stream())
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
    }

    private List<Long> ids(OrderQuery asked, String statement) {
        return asked.bind(queries.sql(statement))
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
