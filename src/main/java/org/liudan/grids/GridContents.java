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

/** What lies in regions, as far as somebody may see it. */
@Component
class GridContents {

    private static final String KEPT = """
            select o.region, o.method, count(*) as many
            from subject o
            where o.district_id = :district and o.closed is null and o.region in (:regions) and (%s)
            group by o.region, o.method
            """;
    private static final String OPEN = """
            select o.region, count(*) as many
            from orders o
            where o.district_id = :district and o.closed is null and o.region in (:regions) and (%s)
            group by o.region
            """;
    private static final String FIND = """
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

    /** How many subjects of each register lie right in each region. */
    Map<String, Map<String, Long>> kept(Collection<String> regions, Viewer viewer) {
        var kept = new HashMap<String, Map<String, Long>>();
        asked(KEPT, viewer, Visibility::subjects).param("regions", regions).query(row -> {
            kept.computeIfAbsent(row.getString("region"), region -> new LinkedHashMap<>())
                    .put(row.getString("method"), row.getLong("many"));
        });
        return kept;
    }

    /** How many open orders lie right in each region. */
    Map<String, Long> open(Collection<String> regions, Viewer viewer) {
        var open = new HashMap<String, Long>();
        asked(OPEN, viewer, Visibility::orders).param("regions", regions).query(row -> {
            open.put(row.getString("region"), row.getLong("many"));
        });
        return open;
    }

    /** The ids of subjects by what a register knows them by; those that there aren't are missing. */
    Map<String, Long> find(String register, List<String> keys, Viewer viewer) {
        var found = new LinkedHashMap<String, Long>();
        asked(FIND, viewer, Visibility::subjects)
                .param("register", register)
                .param("keys", keys)
                .query(row -> {
                    found.put(row.getString("key"), row.getLong("id"));
                });
        return found;
    }

    private JdbcClient.StatementSpec asked(String sql, Viewer viewer, Function<Visibility, String> seen) {
        var sight = Visibility.of(viewer, directories.current());
        return jdbc.sql(sql.formatted(seen.apply(sight)))
                .param("district", directories.district())
                .params(sight.params());
    }
}
