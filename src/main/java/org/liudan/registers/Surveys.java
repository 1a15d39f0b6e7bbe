package org.liudan.registers;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how far surveys of registers have come, as far as somebody may see their subjects. */
@Component
class Surveys {

    private static final int DAYS = 30;
    private static final int SHOWN = 100;

    private static final String OF = """
            from subject o
            where o.district_id = :district and o.method = :register and o.closed is null and o.region = any(:regions)
                and (%s)
            """;
    private static final String SURVEYED = "greatest(o.raised_at, o.visited_at) >= :since";
    private static final String DONE = "exists (select from order_event e where e.district_id = o.district_id"
            + " and e.order_id = o.id and e.action = :%s and e.at >= :since)";
    private static final String LINES = "select o.region, count(*) as total, count(*) filter (where " + SURVEYED
            + ") as surveyed, count(*) filter (where o.tags @> array[:rectified]::text[] and "
            + DONE.formatted("rectifying") + ") as rectified " + OF
            + " group by o.region";
    private static final String BY_DAY = "select (greatest(o.raised_at, o.visited_at) at time zone :zone)::date as day,"
            + " count(*) as many " + OF + " and " + SURVEYED + " group by 1 order by 1 desc limit " + DAYS;
    /** The same subjects are drawn each time, by a hash of the order and the subject. */
    private static final String DRAWN =
            " and " + SURVEYED + " and mod(abs(hashint8extended(o.id, :order)), 100) < :percent";

    private static final String DRAWN_COUNT =
            "select count(*) as drawn, count(*) filter (where " + DONE.formatted("again") + ") as looked " + OF + DRAWN;
    private static final String WAITING = "select o.id, o.raised_at, o.key, o.title, o.region " + OF + DRAWN
            + " and not " + DONE.formatted("again") + " order by o.region, o.key limit " + SHOWN;
    private static final String ALIKE = """
            with all_of as (
                select o.id, o.raised_at, o.key, o.title, o.region, o.community,
                    array(select coalesce(o.state::json -> 'fields' ->> field, '') from unnest(:same) as field) as same
                %s
            )
            select a.*
            from all_of a
            join (
                select community, same
                from all_of
                where array_to_string(same, '') <> ''
                group by community, same
                having count(*) > 1
                limit %d
            ) twice on twice.community is not distinct from a.community and twice.same = a.same
            order by a.community, a.same, a.key
            """;

    /** What is asked: a register, in some regions, since a day, by somebody. */
    record Asked(String register, Collection<String> regions, LocalDate since, ZoneId zone, Viewer viewer) {}

    /** How many there are in a region itself. */
    record Line(long total, long surveyed, long rectified) {

        Line plus(Line other) {
            return new Line(total + other.total, surveyed + other.surveyed, rectified + other.rectified);
        }
    }

    /** How many were drawn to be looked at again, and how many of them were. */
    record Drawn(long drawn, long looked) {}

    /** A subject in a list. */
    record Found(long id, OffsetDateTime raisedAt, String key, String title, String region) {}

    private final JdbcClient jdbc;
    private final Directories directories;

    Surveys(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    Map<String, Line> lines(Asked asked, String rectified) {
        var lines = new TreeMap<String, Line>();
        bound(LINES, asked)
                .param("rectified", new String[] {"did=" + rectified})
                .param("rectifying", rectified)
                .query(row -> {
                    lines.put(
                            row.getString("region"),
                            new Line(row.getLong("total"), row.getLong("surveyed"), row.getLong("rectified")));
                });
        return lines;
    }

    /** How many were surveyed on each of the last days, the earliest first. */
    Map<LocalDate, Long> days(Asked asked) {
        var days = new TreeMap<LocalDate, Long>();
        bound(BY_DAY, asked).param("zone", asked.zone().getId()).query(row -> {
            days.put(row.getObject("day", LocalDate.class), row.getLong("many"));
        });
        return days;
    }

    Drawn drawn(Asked asked, long order, long percent, String again) {
        return drawn(DRAWN_COUNT, asked, order, percent, again)
                .query((row, number) -> new Drawn(row.getLong("drawn"), row.getLong("looked")))
                .single();
    }

    /** The first of those drawn that were not looked at again. */
    List<Found> waiting(Asked asked, long order, long percent, String again) {
        return drawn(WAITING, asked, order, percent, again).query(Found.class).list();
    }

    /** Groups of entries that have these fields alike. */
    List<List<Found>> alike(Asked asked, List<String> fields) {
        var groups = new ArrayList<List<Found>>();
        var last = new ArrayList<String>();
        bound(ALIKE.formatted(OF, SHOWN), asked)
                .param("same", fields.toArray(String[]::new))
                .query(row -> {
                    var key = row.getString("community") + row.getString("same");
                    if (last.isEmpty() || !last.get(0).equals(key)) {
                        groups.add(new ArrayList<>());
                        last.clear();
                        last.add(key);
                    }
                    groups.get(groups.size() - 1)
                            .add(new Found(
                                    row.getLong("id"),
                                    row.getObject("raised_at", OffsetDateTime.class),
                                    row.getString("key"),
                                    row.getString("title"),
                                    row.getString("region")));
                });
        return groups;
    }

    private JdbcClient.StatementSpec drawn(String sql, Asked asked, long order, long percent, String again) {
        return bound(sql, asked).param("order", order).param("percent", percent).param("again", again);
    }

    private JdbcClient.StatementSpec bound(String sql, Asked asked) {
        var sight = Visibility.of(asked.viewer(), directories.current());
        return jdbc.sql(sql.replace("(%s)", "(" + sight.subjects() + ")"))
                .param("district", directories.district())
                .param("register", asked.register())
                .param("regions", asked.regions().toArray(String[]::new))
                .param("since", asked.since().atStartOfDay(asked.zone()).toOffsetDateTime())
                .params(sight.params());
    }
}
