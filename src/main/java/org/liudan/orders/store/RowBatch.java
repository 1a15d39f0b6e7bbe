package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a table that belong to many orders of one district, sent in one statement. Each column is one array of texts, so the
 * statement has the same form for any number of rows.
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

    /** Inserts the rows. Does nothing when there are none. */
    void insert(JdbcClient jdbc, int district) {
        if (!columns.get(0).isEmpty()) {
            run(
                    jdbc,
                    INSERT.formatted(table.name(), table.names(), casts(0), valuesTable(), table.conflict()),
                    0,
                    district);
        }
    }

    /**
     * Updates the orders whose last columns have the expected values.
     *
     * @param updated how many of the columns are written; the others are compared
     * @return how many orders were updated
     */
    int update(JdbcClient jdbc, int district, int updated) {
        if (columns.get(0).isEmpty()) {
            return 0;
        }
        var names = table.columns().stream().map(TableColumns.TypedColumn::name).toList();
        return run(
                jdbc,
                UPDATE.formatted(
                        table.name(),
                        String.join(", ", names.subList(0, updated)),
                        casts(0, updated),
                        names.subList(updated, names.size()).stream()
                                .map("o."::concat)
                                .collect(Collectors.joining(", ")),
                        casts(updated),
                        valuesTable()),
                columns.size(),
                district);
    }

    /** Deletes the rows of a table that belong to some orders. */
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

    /** @param at how many parameters come before the district in the statement */
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

    private String valuesTable() {
        var all = IntStream.range(0, columns.size()).boxed().toList();
        return all.stream().map(at -> "?::text[]").collect(Collectors.joining(", ", "unnest(", ")"))
                + all.stream().map(at -> "c" + at).collect(Collectors.joining(", ", " v (", ")"));
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof String[] array) {
            return java.util.Arrays.stream(array)
                    .map(item -> '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return value == null ? null : value.toString();
    }
}
