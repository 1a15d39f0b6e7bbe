package org.liudan.orders.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One statement that writes an order and all rows that belong to it, all or nothing. It has a part only for tables that get
 * rows. So the statement of an ordinary action is short, and it has one of a few forms for which the server already has a plan.
 */
final class OneStatement {

    private final StringBuilder sql;
    private final List<SqlParameterValue> values;

    private OneStatement(String sql, List<SqlParameterValue> values) {
        this.sql = new StringBuilder("with moved as (" + sql + " returning district_id, id)");
        this.values = values;
    }

    /** Starts a statement with a new order. */
    static OneStatement insert(TableColumns table, List<? extends @Nullable Object> row) {
        var sql = "insert into %s (%s) values %s".formatted(table.name(), table.names(), table.parameters());
        return new OneStatement(sql, new ArrayList<>(table.values(row)));
    }

    /**
     * Starts a statement with a stored order.
     *
     * @param key the columns that must have the expected values; otherwise the statement writes nothing at all
     */
    static OneStatement update(
            TableColumns table,
            List<? extends @Nullable Object> row,
            TableColumns key,
            List<? extends @Nullable Object> expected) {
        var sql = "update %s set (%s) = row%s where (%s) = %s"
                .formatted(table.name(), table.names(), table.parameters(), key.names(), key.parameters());
        var values = new ArrayList<>(table.values(row));
        values.addAll(key.values(expected));
        return new OneStatement(sql, values);
    }

    /** Adds rows that belong to the order. */
    OneStatement with(TableColumns table, List<? extends List<? extends @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            sql.append(
                    ", w%s as (insert into %s (district_id, order_id, %s) select moved.*, v.* from moved, (values %s) v %s)"
                            .formatted(
                                    table.name(),
                                    table.name(),
                                    table.names(),
                                    rows.stream().map(row -> table.parameters()).collect(Collectors.joining(", ")),
                                    table.conflict()));
            rows.forEach(row -> values.addAll(table.values(row)));
        }
        return this;
    }

    /** Deletes the rows of a table that belong to the order. */
    OneStatement without(TableColumns table) {
        sql.append(
                ", w%s as (delete from %s w using moved where (w.district_id, w.order_id) = (moved.district_id, moved.id))"
                        .formatted(table.name(), table.name()));
        return this;
    }

    /** Adds rows that are made from the row of the order before the update. */
    OneStatement withReversal(String insert, int district, long id) {
        sql.append(", before as (%s where o.district_id = ? and o.id = ? and exists (select from moved))"
                .formatted(insert));
        values.add(new SqlParameterValue(Types.INTEGER, district));
        values.add(new SqlParameterValue(Types.BIGINT, id));
        return this;
    }

    /** Returns false, and writes nothing, when the order did not have the expected values. */
    boolean run(JdbcClient jdbc) {
        return jdbc.sql(sql + " select count(*) from moved")
                        .params(values)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
