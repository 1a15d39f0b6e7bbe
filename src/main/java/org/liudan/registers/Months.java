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

/** What each month has changed on a register, from the rows by which its subjects came to stand there and left. */
@Component
class Months {

    private static final String TURNED = """
             from subject_snapshot l
            join subject o on o.district_id = l.district_id and o.id = l.order_id
            where l.district_id = :district and l.method = :register and (%s)
            """;
    private static final String MONTH = "date_trunc('month', at at time zone :zone)::date";
    private static final String SIGN = "case when l.begins then 1 else -1 end";

    /** What is asked: a register, of one street or all, by somebody. */
    record Asked(Method register, Optional<String> street, ZoneId zone, Viewer viewer) {}

    /**
     * What a month has changed.
     *
     * @param came how many came to stand on the register, or in the street that was asked for
     * @param sums by how much the sums grew
     */
    record Month(long came, long left, List<Long> sums) {}

    private final JdbcClient jdbc;
    private final Directories directories;

    Months(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** What every month has changed in which something has. */
    NavigableMap<YearMonth, Month> changes(Asked asked) {
        var columns = columns(asked);
        var months = new TreeMap<YearMonth, Month>();
        // what an event both ends and begins has changed, but has neither come nor left
        bound(
                        "select " + MONTH + " as month, count(*) filter (where net > 0) as came,"
                                + " count(*) filter (where net < 0) as gone" + columns.sums("")
                                + " from (select min(at) as at, sum(sign) as net" + columns.sums(" * sign")
                                + " from (select l.order_id, l.number, l.at, " + SIGN + " as sign" + columns.each("l")
                                + TURNED + columns.counted("l") + ") as turned group by order_id, number) as event"
                                + " group by month",
                        asked)
                .query(row -> {
                    months.put(
                            month(row.getObject("month", LocalDate.class)),
                            new Month(row.getLong("came"), row.getLong("gone"), columns.sums(row)));
                });
        return months;
    }

    /** By how many every month has changed each group, for each thing that subjects are counted by. */
    List<NavigableMap<YearMonth, Map<String, Long>>> groups(Asked asked) {
        var says = asked.register().register().orElseThrow();
        var columns = columns(asked);
        var months = new ArrayList<NavigableMap<YearMonth, Map<String, Long>>>();
        says.by().forEach(by -> months.add(new TreeMap<>()));
        if (months.isEmpty()) {
            return months;
        }
        var sets = IntStream.range(0, months.size())
                .mapToObj(by -> "(month, by" + by + ")")
                .collect(Collectors.joining(", "));
        bound(
                        "select month, sum(sign)::bigint as net" + columns.grouping() + columns.groups()
                                + " from (select "
                                + MONTH.replace("at at", "l.at at") + " as month, " + SIGN + " as sign"
                                + columns.each("l")
                                + TURNED + columns.counted("l") + ") as turned group by grouping sets (" + sets + ")",
                        asked)
                .query(row -> {
                    int by = columns.group(row).orElseThrow();
                    months.get(by)
                            .computeIfAbsent(month(row.getObject("month", LocalDate.class)), month -> new TreeMap<>())
                            .put(row.getString("by" + by), row.getLong("net"));
                });
        return months;
    }

    private static SumColumns columns(Asked asked) {
        return new SumColumns(asked.register().register().orElseThrow());
    }

    private static YearMonth month(LocalDate first) {
        return YearMonth.from(first);
    }

    private JdbcClient.StatementSpec bound(String sql, Asked asked) {
        var sight = Visibility.of(asked.viewer(), directories.current());
        var where = asked.street().isPresent() ? sight.anySubject() + ") and (l.street = :street" : sight.anySubject();
        var statement = jdbc.sql(sql.replace("(%s)", "(" + where + ")"))
                .param("district", directories.district())
                .param("register", asked.register().id())
                .param("zone", asked.zone().getId())
                .params(sight.params());
        return asked.street().map(street -> statement.param("street", street)).orElse(statement);
    }
}
