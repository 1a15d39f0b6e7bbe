package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that belong to many orders of one district, sent in one statement: each column is one array of texts, so
 * that the statement has the same form whatever the number of rows.
 */
final class RowBatch {

    private static final String UPDATE = """
            update %1$s o
            set (%2$s) = row(%3$s)
            from %6$s
            where o.district_id = ?::integer and o.id = v.c0::bigint and (%4$s) = (%5$s)
            """;
    private static final String INSERT = """
            insert into %1$s (district_id, order_id, %2$s)
            select ?::integer, v.c0::bigint, %3$s
            from %4$s %5$s
            """;

    private static final String DELETE = "delete from %s where district_id = :district and order_id = any(:orders)";

    private final TableColumns table;
    private final List<List<@Nullable String>> columns;

    RowBatch(TableColumns table) {
        this.table = table;
        this.columns = IntStream.rangeClosed(0, table.columns().size())
                .<List<@Nullable String>>mapToObj(column -> new ArrayList<>())
                .toList();
    }

    void add(long order, List<? extends List<? extends @Nullable Object>> rows) {
        rows.forEach(row -> add(order, row, 0));
    }

    private void add(long order, List<? extends @Nullable Object> row, int at) {
        columns.get(at).add(Long.toString(order));
        for (var value : row) {
            at++;
            columns.get(at).add(text(value));
        }
    }

    /** Writes the rows; nothing at all where there are none. */
    void insert(JdbcClient jdbc, int district) {
        if (!columns.get(0).isEmpty()) {
            run(jdbc, INSERT.formatted(table.name(), table.names(), casts(0), sent(), table.conflict()), 0, district);
        }
    }

    /**
     * Changes orders that are as the last columns say; answers how many were.
     *
     * @param changing how many of the columns are written; the others are compared
     */
    int update(JdbcClient jdbc, int district, int changing) {
        if (columns.get(0).isEmpty()) {
            return 0;
        }
        var names = table.columns().stream().map(TableColumns.Column::name).toList();
        return run(
                jdbc,
                UPDATE.formatted(
                        table.name(),
                        String.join(", ", names.subList(0, changing)),
                        casts(0, changing),
                        names.subList(changing, names.size()).stream()
                                .map("o."::concat)
                                .collect(Collectors.joining(", ")),
                        casts(changing),
                        sent()),
                columns.size(),
                district);
    }

    /** Takes away the rows of a table that belong to some orders. */
    static void delete(JdbcClient jdbc, TableColumns table, int district, List<Long> orders) {
        if (!orders.isEmpty()) {
            jdbc.sql(DELETE.formatted(table.name()))
                    .param("district", district)
                    .param("orders", orders.toArray(Long[]::new))
                    .update();
        }
    }

    int rows() {
        return columns.get(0).size();
    }

    /** @param at how many of the columns stand before the district in the statement */
    private int run(JdbcClient jdbc, String sql, int at, int district) {
        var params = new ArrayList<Object>();
        columns.forEach(column -> params.add(column.toArray(String[]::new)));
        params.add(at, district);
        return jdbc.sql(sql).params(params).update();
    }

    private String casts(int from) {
        return casts(from, table.columns().size());
    }

    private String casts(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        at -> "v.c" + (at + 1) + "::" + table.columns().get(at).type())
                .collect(Collectors.joining(", "));
    }

    private String sent() {
        var all = IntStream.range(0, columns.size()).boxed().toList();
        return all.stream().map(at -> "?::text[]").collect(Collectors.joining(", ", "unnest(", ")"))
                + all.stream().map(at -> "c" + at).collect(Collectors.joining(", ", " v (", ")"));
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof String[] several) {
            return java.util.Arrays.stream(several)
                    .map(one -> '"' + one.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value == null ? null : value.toString();
    }
}
