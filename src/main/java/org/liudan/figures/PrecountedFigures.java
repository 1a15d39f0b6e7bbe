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

/** Adds up the closed orders of an area's months from the cells in which they are counted, and what is not counted in yet. */
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

    /** What is counted, by split and then by key; to be asked in one transaction with the open orders. */
    Map<String, Map<String, FigureCounts>> of(MonthlyArea area, OrderFilter filter, List<String> splits) {
        var found = new HashMap<String, Map<String, FigureCounts>>();
        splits.forEach(split -> found.put(split, new HashMap<>()));
        narrowed(CELLS, filter)
                .param("area", area.area())
                .param("from", area.from())
                .param("to", area.to())
                .param("splits", splits)
                .query(row -> {
                    counts(found, row.getString("split"), row.getString("key")).add(row);
                });
        var zone = calendars.current().hours().zone();
        narrowed(FigureChange.PENDING, filter)
                .param("from", area.from().atStartOfDay(zone).toOffsetDateTime())
                .param("to", area.to().plusMonths(1).atStartOfDay(zone).toOffsetDateTime())
                .query(row -> {
                    var change = FigureChange.read(row, zone, directories.current());
                    if (change.areas().contains(area.area())) {
                        splits.forEach(
                                split -> counts(found, split, change.key(split)).add(change));
                    }
                });
        return found;
    }

    private JdbcClient.StatementSpec narrowed(String sql, OrderFilter filter) {
        var spec = queries.sql(filter.has("method") ? sql + " and method in (:methods)" : sql)
                .param("district", directories.district());
        return filter.has("method")
                ? spec.param("methods", List.of(filter.get("method").split(",", -1)))
                : spec;
    }

    private static FigureCounts counts(Map<String, Map<String, FigureCounts>> found, String split, String key) {
        return found.computeIfAbsent(split, unknown -> new HashMap<>())
                .computeIfAbsent(key, unknown -> new FigureCounts());
    }
}
