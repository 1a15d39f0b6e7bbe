package org.liudan.grids;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and finds subjects and open orders in regions, limited to what the viewer may see. */
@Component
class GridContents {

    private static final String SUBJECT_COUNTS = """
            select o.region, o.method, count(*) as many
            from subject o
            where o.district_id = :district and o.closed is null and o.region in (:regions) and (%s)
            group by o.region, o.method
            """;
    private static final String OPEN_ORDER_COUNTS = """
            select o.region, count(*) as many
            from orders o
            where o.district_id = :district and o.closed is null and o.region in (:regions) and (%s)
            group by o.region
            """;
    private static final String FIND_SUBJECTS = """
            select o.key, o.id
            from subject o
            where o.district_id = :district and o.method = :register and o.closed is null and o.key in (:keys) and (%s)
            """;

    private final JdbcClient jdbc;
    private final Directories directories;

    GridContents(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /** The number of open subjects by region and register, without the regions within a region. */
    Map<String, Map<String, Long>> subjectCounts(Collection<String> regions, Viewer viewer) {
        var counts = new HashMap<String, Map<String, Long>>();
        statement(SUBJECT_COUNTS, viewer, Visibility::subjects)
                .param("regions", regions)
                .query(row -> {
                    counts.computeIfAbsent(row.getString("region"), region -> new LinkedHashMap<>())
                            .put(row.getString("method"), row.getLong("many"));
                });
        return counts;
    }

    /** The number of open orders by region, without the regions within a region. */
    Map<String, Long> openOrderCounts(Collection<String> regions, Viewer viewer) {
        var counts = new HashMap<String, Long>();
        statement(OPEN_ORDER_COUNTS, viewer, Visibility::orders)
                .param("regions", regions)
                .query(row -> {
                    counts.put(row.getString("region"), row.getLong("many"));
                });
        return counts;
    }

    /** The ids of open subjects by key; keys that the register does not have are missing. */
    Map<String, Long> findSubjects(String register, List<String> keys, Viewer viewer) {
        var found = new LinkedHashMap<String, Long>();
        statement(FIND_SUBJECTS, viewer, Visibility::subjects)
                .param("register", register)
                .param("keys", keys)
                .query(row -> {
                    found.put(row.getString("key"), row.getLong("id"));
                });
        return found;
    }

    private JdbcClient.StatementSpec statement(String sql, Viewer viewer, Function<Visibility, String> condition) {
        var visibility = Visibility.of(viewer, directories.current());
        return jdbc.sql(sql.formatted(condition.apply(visibility)))
                .param("district", directories.district())
                .params(visibility.params());
    }
}
