package org.liudan.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as they stand in the database, each value as a literal with its type. */
final class BenchRows {

    private static final String COLUMNS = """
            select a.attname as name, format_type(a.atttypid, null) as type
            from pg_attribute a
            where a.attrelid = :table::regclass and a.attnum > 0 and a.attidentity = '' and not a.attisdropped
            order by a.attnum
            """;

    private final JdbcClient jdbc;
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();

    record Column(String name, String type) {}

    BenchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows of a table that belong to an order. */
    List<Map<String, String>> of(String table, long order) {
        var known = columns.computeIfAbsent(
                table,
                name -> jdbc.sql(COLUMNS)
                        .param("table", name)
                        .query(Column.class)
                        .list());
        var values = new ArrayList<String>();
        known.forEach(column -> values.add("quote_nullable(" + column.name() + "::text) as " + column.name()));
        var key = table.equals("orders") ? "id" : "order_id";
        var sql = "select %s from %s where %s = :order".formatted(String.join(", ", values), table, key);
        return jdbc.sql(sql)
                .param("order", order)
                .query((row, number) -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    for (var column : known) {
                        cells.put(column.name(), row.getString(column.name()) + "::" + column.type());
                    }
                    return cells;
                })
                .list();
    }
}
