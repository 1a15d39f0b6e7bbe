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

/** Counts the open orders of a method, of those that the reader would find in the ledger. */
@Component
class OpenOrderCounts {

    private static final String BY = """
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

    private static final String BEHIND = ALL.strip() + " and method_version < :version";

    private record CountByKey(String key, long open) {}

    private final JdbcClient jdbc;
    private final OrderLists lists;
    private final Directories directories;

    OpenOrderCounts(JdbcClient jdbc, OrderLists lists, Directories directories) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.directories = directories;
    }

    /** By step; none for those who see no orders. */
    Optional<Map<String, Long>> byStep(String method, Viewer viewer) {
        return visible("o.step", method, viewer);
    }

    /** By the number of the version; none for those who see no orders. */
    Optional<Map<Integer, Long>> byVersion(String method, Viewer viewer) {
        return visible("o.method_version::text", method, viewer).map(counted -> {
            var byVersion = new TreeMap<Integer, Long>();
            counted.forEach((version, open) -> byVersion.put(Integer.valueOf(version), open));
            return byVersion;
        });
    }

    /** All of the district, for the administrator, who sees the number and no order. */
    long all(String method) {
        return jdbc.sql(ALL)
                .param("district", directories.district())
                .param("method", method)
                .query(Long.class)
                .single();
    }

    /** All of the district that go on under versions before the one in force, likewise. */
    long outdated(Method inForce) {
        return jdbc.sql(BEHIND)
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
        var counted = new HashMap<String, Long>();
        query.bind(jdbc.sql(BY.formatted(key, query.where())))
                .query(CountByKey.class)
                .list()
                .forEach(one -> counted.put(one.key(), one.open()));
        return Optional.of(counted);
    }
}
