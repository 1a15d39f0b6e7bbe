package org.liudan.rulepages;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open orders of a method. */
@Component
class OpenOrderCounts {

    private static final String VISIBLE_BY = """
            select %s as key, count(*) as open
            from orders o
            where %s
            group by 1
            """;
    private static final String ALL = """
            select count(*)
            from orders
            where district_id = :district and method = :method and closed is null
            """;

    private static final String OUTDATED = ALL.strip() + " and method_version < :version";

    private record CountByKey(String key, long open) {}

    private final JdbcClient jdbc;
    private final OrderLists lists;
    private final Directories directories;

    OpenOrderCounts(JdbcClient jdbc, OrderLists lists, Directories directories) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.directories = directories;
    }

    /** The orders that the viewer may see, by step; empty for a viewer who sees no orders. */
    Optional<Map<String, Long>> byStep(String method, Viewer viewer) {
        return visible("o.step", method, viewer);
    }

    /** The orders that the viewer may see, by version number; empty for a viewer who sees no orders. */
    Optional<Map<Integer, Long>> byVersion(String method, Viewer viewer) {
        return visible("o.method_version::text", method, viewer).map(counts -> {
            var byVersion = new TreeMap<Integer, Long>();
            counts.forEach((version, open) -> byVersion.put(Integer.valueOf(version), open));
            return byVersion;
        });
    }

    /** All orders of the district. The administrator sees this number, but no orders. */
    long all(String method) {
        return jdbc.sql(ALL)
                .param("district", directories.district())
                .param("method", method)
                .query(Long.class)
                .single();
    }

    /** All orders of the district under versions before the one in force. The administrator sees this number, but no orders. */
    long outdated(Method inForce) {
        return jdbc.sql(OUTDATED)
                .param("district", directories.district())
                .param("method", inForce.id())
                .param("version", inForce.version())
                .query(Long.class)
                .single();
    }

    private Optional<Map<String, Long>> visible(String key, String method, Viewer viewer) {
        if (!viewer.handlesOrders()) {
            return Optional.empty();
        }
        var query = lists.query(new OrderFilter(Map.of("method", method, "state", "open")), viewer);
        var counts = new HashMap<String, Long>();
        query.bind(jdbc.sql(VISIBLE_BY.formatted(key, query.where())))
                .query(CountByKey.class)
                .list()
                .forEach(row -> counts.put(row.key(), row.open()));
        return Optional.of(counts);
    }
}
