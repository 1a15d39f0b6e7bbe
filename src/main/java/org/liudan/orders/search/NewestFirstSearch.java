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

    private static final int LOOKED_THROUGH = 5_000;
    /** So many times as many are looked through next, at least; and at first so many times fewer when each is asked for in another table. */
    private static final int FURTHER = 5;
    /** What is looked for may be rarer in the days before. */
    private static final int TO_BE_SURE = 2;

    /** Later than any order is raised or falls due. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String AND = OrderQuery.AND;
    private static final String BEFORE = "(o.raised_at, o.id) < (:before, :beforeId)";
    private static final String SINCE = "(o.raised_at, o.id) >= (:since, :sinceId)";
    /** The order of lists from the newest back. */
    static final String NEWEST = "\norder by o.raised_at desc, o.id desc\n";

    private static final String NEAR =
            "select o.raised_at, o.id from orders o where o.district_id = :district" + AND + BEFORE + NEWEST;
    private static final String FIRST_AND_LAST =
            "(" + NEAR + "limit 1) union all (" + NEAR + "offset :near - 1 limit 1)";

    private static final String WALKED = "select o.id from orders o where %s" + NEWEST + "limit :most";
    private static final String FOUND =
            "with found as materialized (%s)\nselect o.id, o.raised_at from found o" + NEWEST + "limit :most";
    private static final String PICKED = "select o.id, o.raised_at from orders o where ";

    private static final Comparator<Place> NEWEST_FIRST =
            Comparator.comparing(Place::raised).thenComparing(Place::id).reversed();

    private final ListQueries queries;
    private final int near;

    @Autowired
    NewestFirstSearch(ListQueries queries) {
        this(queries, LOOKED_THROUGH);
    }

    /** @param near how many are looked through one after the other */
    NewestFirstSearch(ListQueries queries, int near) {
        this.queries = queries;
        this.near = near;
    }

    /** Where an order stands in a list. */
    record Place(Instant raised, long id) {

        /** Before all orders. */
        static final Place TOP = new Place(NEVER, Long.MAX_VALUE);

        private Map<String, Object> as(String name) {
            return Map.of(name, OrderColumns.utc(raised), name + "Id", id);
        }

        private static Place read(ResultSet row, int number) throws SQLException {
            return new Place(row.getObject("raised_at", OffsetDateTime.class).toInstant(), row.getLong("id"));
        }
    }

    /** The ids of the orders of a list that come after a place, at most so many. */
    List<Long> after(OrderQuery query, Place place, int most) {
        var asked = query.give(Map.of("most", most))
                .give(query.until()
                        .filter(until -> until.isBefore(place.raised()))
                        .map(until -> new Place(until, 0))
                        .orElse(place)
                        .as("before"));
        return asked.few() ? walked(asked) : near(asked, asked.sought().isPresent() ? near / FURTHER : near, most);
    }

    /** Looks through the newest, and through some times as many where that should do; otherwise finds them. */
    private List<Long> near(OrderQuery asked, int lookedThrough, int most) {
        var edges = asked.give(Map.of("near", lookedThrough))
                .bind(queries.sql(FIRST_AND_LAST))
                .query(Place::read)
                .list();
        if (edges.size() < 2) {
            return walked(asked);
        }
        var last = edges.get(1);
        var met = ids(asked.give(last.as("since")), WALKED.formatted(asked.byOne() + AND + BEFORE + AND + SINCE));
        if (met.size() == most) {
            return met;
        }
        boolean soon = met.size() * FURTHER >= most && lookedThrough <= near;
        return soon || lookedThrough < near
                ? near(asked, lookedThrough * FURTHER, most)
                : further(asked, edges.get(0).raised(), last, met.size(), most);
    }

    private List<Long> further(OrderQuery asked, Instant newest, Place last, int met, int most) {
        if (asked.sought().equals(Optional.of(SearchTerm.CONTACT))) {
            return ids(asked, FOUND.formatted(PICKED + asked.where() + AND + BEFORE));
        }
        if (asked.unmarked()) {
            return walked(asked);
        }
        var open = asked.closed() ? List.<Place>of() : picked(asked, asked.ofOpen());
        return found(asked, open, newest, enough(Duration.between(last.raised(), newest), met, most), most).stream()
                .map(Place::id)
                .toList();
    }

    /** The time in which there should be enough, where so many were met in some time, which may be a moment; less than a period isn't worth a look. */
    private static Duration enough(Duration time, int met, int most) {
        var enough = time.multipliedBy(Math.max(FURTHER, (long) TO_BE_SURE * most / Math.max(1, met)));
        return Collections.max(List.of(enough, TimeBucket.SHORTEST));
    }

    private List<Long> walked(OrderQuery asked) {
        return ids(asked, WALKED.formatted((asked.open() ? asked.where() : asked.byOne()) + AND + BEFORE));
    }

    /** Those of some time, closed ones beside the open, and where these aren't enough those of a longer one; in the end those of all. */
    private List<Place> found(OrderQuery asked, List<Place> open, Instant newest, Duration time, int most) {
        var earliest = asked.since().filter(since -> !since.isBefore(newest.minus(time)));
        var span = TimeBucket.over(earliest.orElse(newest.minus(time)), newest);
        if (span.isEmpty()) {
            return together(open.stream(), picked(asked, asked.ofClosed()), most);
        }
        var since = new Place(span.get().begin(), 0);
        asked.give(since.as("since")).give(Map.of("periods", span.get().marks().toArray(String[]::new)));
        var recent = together(
                open.stream().filter(place -> !place.raised().isBefore(since.raised())),
                picked(asked, asked.ofClosed() + AND + SINCE + AND + FilterTags.oneOf(":periods")),
                most);
        return recent.size() == most || earliest.isPresent()
                ? recent
                : found(asked, open, newest, enough(time, recent.size(), most), most);
    }

    private List<Place> picked(OrderQuery asked, String conditions) {
        return asked.bind(queries.sql(FOUND.formatted(PICKED + conditions + AND + BEFORE)))
                .query(Place::read)
                .list();
    }

    private static List<Place> together(Stream<Place> open, List<Place> closed, int most) {
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
