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

/** Counts the progress of surveys, limited to the subjects that the viewer may see. */
@Component
class Surveys {

    private static final int MAX_DAYS = 30;
    private static final int MAX_SHOWN = 100;

    private static final String FROM_SUBJECTS = """
            from subject o
            where o.district_id = :district and o.method = :register and o.closed is null and o.region = any(:regions)
                and (%s)
            """;
    private static final String SURVEYED = "greatest(o.raised_at, o.visited_at) >= :since";
    private static final String ACTION_DONE = "exists (select from order_event e where e.district_id = o.district_id"
            + " and e.order_id = o.id and e.action = :%s and e.at >= :since)";
    private static final String COUNT_BY_REGION =
            "select o.region, count(*) as total, count(*) filter (where " + SURVEYED
                    + ") as surveyed, count(*) filter (where o.tags @> array[:rectified]::text[] and "
                    + ACTION_DONE.formatted("rectifying") + ") as rectified " + FROM_SUBJECTS
                    + " group by o.region";
    private static final String COUNT_BY_DAY =
            "select (greatest(o.raised_at, o.visited_at) at time zone :zone)::date as day," + " count(*) as many "
                    + FROM_SUBJECTS + " and " + SURVEYED + " group by 1 order by 1 desc limit " + MAX_DAYS;
    /** A hash of the order and the subject decides, so that every query draws the same subjects. */
    private static final String DRAWN_CONDITION =
            " and " + SURVEYED + " and mod(abs(hashint8extended(o.id, :order)), 100) < :percent";

    private static final String COUNT_DRAWN = "select count(*) as drawn, count(*) filter (where "
            + ACTION_DONE.formatted("again") + ") as looked " + FROM_SUBJECTS + DRAWN_CONDITION;
    private static final String PENDING_RECHECKS =
            "select o.id, o.raised_at, o.key, o.title, o.region " + FROM_SUBJECTS + DRAWN_CONDITION + " and not "
                    + ACTION_DONE.formatted("again") + " order by o.region, o.key limit " + MAX_SHOWN;
    private static final String DUPLICATES = """
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

    /** A query for a register's survey in some regions, since the start of a day, limited to what the viewer may see. */
    record SurveyQuery(String register, Collection<String> regions, LocalDate since, ZoneId zone, Viewer viewer) {}

    /** Counts of the subjects directly in a region, without the regions within it. */
    record SurveyCounts(long total, long surveyed, long rectified) {

        SurveyCounts plus(SurveyCounts other) {
            return new SurveyCounts(total + other.total, surveyed + other.surveyed, rectified + other.rectified);
        }
    }

    /** The number of subjects drawn to be checked again, and how many of them were. */
    record RecheckCounts(long drawn, long rechecked) {}

    /** A subject found by a query. */
    record FoundSubject(long id, OffsetDateTime raisedAt, String key, String title, String region) {}

    private final JdbcClient jdbc;
    private final Directories directories;

    Surveys(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** The counts by region code; {@code rectified} is the id of the action that removes a danger, or empty. */
    Map<String, SurveyCounts> countsByRegion(SurveyQuery query, String rectified) {
        var lines = new TreeMap<String, SurveyCounts>();
        statement(COUNT_BY_REGION, query)
                .param("rectified", new String[] {"did=" + rectified})
                .param("rectifying", rectified)
                .query(row -> {
                    lines.put(
                            row.getString("region"),
                            new SurveyCounts(row.getLong("total"), row.getLong("surveyed"), row.getLong("rectified")));
                });
        return lines;
    }

    /** The number of subjects surveyed on each of the last 30 days with surveys, earliest first. */
    Map<LocalDate, Long> countsByDay(SurveyQuery query) {
        var days = new TreeMap<LocalDate, Long>();
        statement(COUNT_BY_DAY, query).param("zone", query.zone().getId()).query(row -> {
            days.put(row.getObject("day", LocalDate.class), row.getLong("many"));
        });
        return days;
    }

    RecheckCounts recheckCounts(SurveyQuery query, long order, long percent, String recheckAction) {
        return recheckStatement(COUNT_DRAWN, query, order, percent, recheckAction)
                .query((row, number) -> new RecheckCounts(row.getLong("drawn"), row.getLong("looked")))
                .single();
    }

    /** The first 100 drawn subjects that were not checked again. */
    List<FoundSubject> pendingRechecks(SurveyQuery query, long order, long percent, String recheckAction) {
        return recheckStatement(PENDING_RECHECKS, query, order, percent, recheckAction)
                .query(FoundSubject.class)
                .list();
    }

    /** Groups of subjects in one community with equal values in all these fields; at most 100 groups. */
    List<List<FoundSubject>> duplicates(SurveyQuery query, List<String> fields) {
        var groups = new ArrayList<List<FoundSubject>>();
        var last = new ArrayList<String>();
        statement(DUPLICATES.formatted(FROM_SUBJECTS, MAX_SHOWN), query)
                .param("same", fields.toArray(String[]::new))
                .query(row -> {
                    var key = row.getString("community") + row.getString("same");
                    if (last.isEmpty() || !last.get(0).equals(key)) {
                        groups.add(new ArrayList<>());
                        last.clear();
                        last.add(key);
                    }
                    groups.get(groups.size() - 1)
                            .add(new FoundSubject(
                                    row.getLong("id"),
                                    row.getObject("raised_at", OffsetDateTime.class),
                                    row.getString("key"),
                                    row.getString("title"),
                                    row.getString("region")));
                });
        return groups;
    }

    private JdbcClient.StatementSpec recheckStatement(
            String sql, SurveyQuery query, long order, long percent, String recheckAction) {
        return statement(sql, query)
                .param("order", order)
                .param("percent", percent)
                .param("again", recheckAction);
    }

    private JdbcClient.StatementSpec statement(String sql, SurveyQuery query) {
        var visibility = Visibility.of(query.viewer(), directories.current());
        return jdbc.sql(sql.replace("(%s)", "(" + visibility.subjects() + ")"))
                .param("district", directories.district())
                .param("register", query.register())
                .param("regions", query.regions().toArray(String[]::new))
                .param("since", query.since().atStartOfDay(query.zone()).toOffsetDateTime())
                .params(visibility.params());
    }
}
