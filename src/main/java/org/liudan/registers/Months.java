package org.liudan.registers;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calculates the monthly changes of a register from the snapshots of its subjects. */
@Component
class Months {

    private static final String FROM_SNAPSHOTS = """
             from subject_snapshot l
            join subject o on o.district_id = l.district_id and o.id = l.order_id
            where l.district_id = :district and l.method = :register and (%s)
            """;
    private static final String MONTH = "date_trunc('month', at at time zone :zone)::date";
    private static final String SIGN = "case when l.begins then 1 else -1 end";

    /** A query for the months of a register, in one street or in all, limited to what the viewer may see. */
    record MonthQuery(Method register, Optional<String> street, ZoneId zone, Viewer viewer) {}

    /**
     * The changes of one month.
     *
     * @param added the number of subjects that were added to the register, or to the requested street
     * @param removed the number of subjects that left it
     * @param sums the change of each sum, in the order of the register
     */
    record MonthlyChange(long added, long removed, List<Long> sums) {}

    private final JdbcClient jdbc;
    private final Directories directories;

    Months(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** The changes by month; months without changes are missing. */
    NavigableMap<YearMonth, MonthlyChange> changes(MonthQuery query) {
        var columns = columns(query);
        var months = new TreeMap<YearMonth, MonthlyChange>();
        // an event that both ends and begins a snapshot is a change; it neither adds nor removes a subject
        statement(
                        "select " + MONTH + " as month, count(*) filter (where net > 0) as came,"
                                + " count(*) filter (where net < 0) as gone" + columns.sums("")
                                + " from (select min(at) as at, sum(sign) as net" + columns.sums(" * sign")
                                + " from (select l.order_id, l.number, l.at, " + SIGN + " as sign"
                                + columns.rowColumns("l")
                                + FROM_SNAPSHOTS + columns.stepCondition("l")
                                + ") as turned group by order_id, number) as event"
                                + " group by month",
                        query)
                .query(row -> {
                    months.put(
                            month(row.getObject("month", LocalDate.class)),
                            new MonthlyChange(row.getLong("came"), row.getLong("gone"), columns.sums(row)));
                });
        return months;
    }

    /** For each grouping of the register: the change of each group's count, by month. */
    List<NavigableMap<YearMonth, Map<String, Long>>> groups(MonthQuery query) {
        var definition = query.register().register().orElseThrow();
        var columns = columns(query);
        var months = new ArrayList<NavigableMap<YearMonth, Map<String, Long>>>();
        definition.by().forEach(by -> months.add(new TreeMap<>()));
        if (months.isEmpty()) {
            return months;
        }
        var sets = IntStream.range(0, months.size())
                .mapToObj(by -> "(month, by" + by + ")")
                .collect(Collectors.joining(", "));
        statement(
                        "select month, sum(sign)::bigint as net" + columns.groupingFlags() + columns.groupColumns()
                                + " from (select "
                                + MONTH.replace("at at", "l.at at") + " as month, " + SIGN + " as sign"
                                + columns.rowColumns("l")
                                + FROM_SNAPSHOTS + columns.stepCondition("l") + ") as turned group by grouping sets ("
                                + sets + ")",
                        query)
                .query(row -> {
                    int by = columns.group(row).orElseThrow();
                    months.get(by)
                            .computeIfAbsent(month(row.getObject("month", LocalDate.class)), month -> new TreeMap<>())
                            .put(row.getString("by" + by), row.getLong("net"));
                });
        return months;
    }

    private static SumColumns columns(MonthQuery query) {
        return new SumColumns(query.register().register().orElseThrow());
    }

    private static YearMonth month(LocalDate first) {
        return YearMonth.from(first);
    }

    private JdbcClient.StatementSpec statement(String sql, MonthQuery query) {
        var visibility = Visibility.of(query.viewer(), directories.current());
        var where = query.street().isPresent()
                ? visibility.anySubject() + ") and (l.street = :street"
                : visibility.anySubject();
        var statement = jdbc.sql(sql.replace("(%s)", "(" + where + ")"))
                .param("district", directories.district())
                .param("register", query.register().id())
                .param("zone", query.zone().getId())
                .params(visibility.params());
        return query.street().map(street -> statement.param("street", street)).orElse(statement);
    }
}
