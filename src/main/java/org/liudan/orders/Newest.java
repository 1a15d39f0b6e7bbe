package org.liudan.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.liudan.database.ListQueries;
import org.liudan.people.Sight;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the newest orders of a list, among millions too. What is common is met soon among the newest, so that some thousand of
 * these are looked through one after the other. What fills no page there is rare enough to be found by what is asked for, its words
 * or the marks of closed orders: at first in the days in which, as rare as it seems, there should be enough; then in all.
 */
@Component
class Newest {

    private static final int LOOKED_THROUGH = 5_000;
    /** So many times as many are looked through next; and at first so many times fewer when each is asked for in another table. */
    private static final int FURTHER = 5;
    /** To look in more periods than these by their names costs as much as to look in all. */
    private static final int PERIODS = 24;
    /** What is looked for may be rarer in the days before. */
    private static final int TO_BE_SURE = 2;
    /** A period of {@code order_period} in the database has two to the power of this seconds: three days. */
    private static final int PERIOD = 18;

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
            "with found as materialized (%s)\nselect o.id from found o" + NEWEST + "limit :most";
    private static final String BY_MARKS = "select o.id, o.raised_at from orders o where ";
    private static final String SOUGHT = "select o.id, o.raised_at from ";

    private final ListQueries queries;
    private final int near;

    @Autowired
    Newest(ListQueries queries) {
        this(queries, LOOKED_THROUGH);
    }

    /** @param near how many are looked through one after the other */
    Newest(ListQueries queries, int near) {
        this.queries = queries;
        this.near = near;
    }

    /** Where an order stands in a list. */
    record Place(Instant raised, long id) {

        /** Before all orders. */
        static final Place TOP = new Place(NEVER, Long.MAX_VALUE);

        private Map<String, Object> as(String name) {
            return Map.of(name, Columns.utc(raised), name + "Id", id);
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
        if (asked.sought().isEmpty() && asked.marks().none()) {
            return walked(asked);
        }
        long now = newest.getEpochSecond() >> PERIOD;
        var enough = newest.minus(
                Duration.between(last.raised(), newest).multipliedBy((long) TO_BE_SURE * most / Math.max(1, met)));
        long earliest =
                asked.since().map(since -> since.getEpochSecond() >> PERIOD).orElse(Long.MIN_VALUE);
        for (long first : new long[] {enough.getEpochSecond() >> PERIOD, now - PERIODS}) {
            boolean all = earliest >= first;
            long begin = Math.max(first, earliest);
            if (begin >= now - PERIODS) {
                var recent = found(asked, begin, now);
                if (all || recent.size() == most) {
                    return recent;
                }
            }
        }
        return found(asked, "", "");
    }

    private List<Long> walked(OrderQuery asked) {
        return ids(asked, WALKED.formatted((asked.few() ? asked.where() : asked.byOne()) + AND + BEFORE));
    }

    /** Those of some periods. */
    private List<Long> found(OrderQuery asked, long first, long last) {
        var periods = LongStream.rangeClosed(first, last)
                .mapToObj(period -> Sight.mark("raised", period))
                .toArray(String[]::new);
        var since = new Place(Instant.ofEpochSecond(first << PERIOD), 0);
        return found(
                asked.give(since.as("since")).give(Map.of("periods", periods)),
                AND + SINCE,
                AND + asked.sought().map(Sought::inPeriods).orElse(Marks.oneOf(":periods")));
    }

    /** By what is sought, or by marks. */
    private List<Long> found(OrderQuery asked, String since, String inPeriods) {
        var conditions = asked.beside() + AND + BEFORE + since;
        if (asked.sought().isPresent()) {
            return ids(asked, FOUND.formatted(SOUGHT + asked.sought().get().having() + inPeriods + AND + conditions));
        }
        var closed = BY_MARKS + conditions + AND + asked.marks().condition() + inPeriods;
        var open = "\nunion all\n" + BY_MARKS + conditions + " and o.closed is null";
        return ids(asked.give(asked.marks().params()), FOUND.formatted(asked.closed() ? closed : closed + open));
    }

    private List<Long> ids(OrderQuery asked, String statement) {
        return asked.bind(queries.sql(statement)).query(Long.class).list();
    }
}
