package org.liudan.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liudan.database.ListQueries;
import org.liudan.orders.search.OrderFilter;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up the closed orders of an area's months, from the stored cells and the pending changes. */
@Component
class PrecountedFigures {

    private static final String CELLS = """
            select split, key, durations, %s
            from figure_cell
            where district_id = :district and area = :area and month between :from and :to and split in (:splits)
            """.formatted(FigureCount.each(column -> column));

    private final ListQueries queries;
    private final Directories directories;
    private final Calendars calendars;

    PrecountedFigures(ListQueries queries, Directories directories, Calendars calendars) {
        this.queries = queries;
        this.directories = directories;
        this.calendars = calendars;
    }

    /** Returns the counts by split and then by key. Call this in the same transaction as the query of the open orders. */
    Map<String, Map<String, FigureCounts>> of(MonthlyArea area, OrderFilter filter, List<String> splits) {
        var result = new HashMap<String, Map<String, FigureCounts>>();
        splits.forEach(split -> result.put(split, new HashMap<>()));
        narrowed(CELLS, filter)
                .param("area", area.area())
                .param("from", area.from())
                .param("to", area.to())
                .param("splits", splits)
                .query(row -> {
                    counts(result, row.getString("split"), row.getString("key")).add(row);
                });
        var zone = calendars.current().hours().zone();
        narrowed(FigureChange.PENDING, filter)
                .param("from", area.from().atStartOfDay(zone).toOffsetDateTime())
                .param("to", area.to().plusMonths(1).atStartOfDay(zone).toOffsetDateTime())
                .query(row -> {
                    var change = FigureChange.read(row, zone, directories.current());
                    if (change.areas().contains(area.area())) {
                        splits.forEach(split ->
                                counts(result, split, change.key(split)).add(change));
                    }
                });
        return result;
    }

    private JdbcClient.StatementSpec narrowed(String sql, OrderFilter filter) {
        var statement = queries.sql(filter.has("method") ? sql + " and method in (:methods)" : sql)
                .param("district", directories.district());
        return filter.has("method")
                ? statement.param("methods", List.of(filter.get("method").split(",", -1)))
                : statement;
    }

    private static FigureCounts counts(Map<String, Map<String, FigureCounts>> result, String split, String key) {
        return result.computeIfAbsent(split, added -> new HashMap<>())
                .computeIfAbsent(key, added -> new FigureCounts());
    }
}
