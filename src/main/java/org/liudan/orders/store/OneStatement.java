package org.liudan.orders.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One statement that writes an order and everything that goes with it, all or nothing. It has a part for each table that
 * gets rows and none for the others, so that what an ordinary action writes is short and one of few forms, which the
 * server has planned before.
 */
final class OneStatement {

    private final StringBuilder sql;
    private final List<SqlParameterValue> values;

    private OneStatement(String sql, List<SqlParameterValue> values) {
        this.sql = new StringBuilder("with moved as (" + sql + " returning district_id, id)");
        this.values = values;
    }

    /** Begins with a new order. */
    static OneStatement insert(TableColumns table, List<? extends @Nullable Object> row) {
        var sql = "insert into %s (%s) values %s".formatted(table.name(), table.names(), table.parameters());
        return new OneStatement(sql, new ArrayList<>(table.values(row)));
    }

    /** Begins with an order that is there; nothing at all is written unless it is as the key says. */
    static OneStatement update(
            TableColumns table,
            List<? extends @Nullable Object> row,
            TableColumns key,
            List<? extends @Nullable Object> is) {
        var sql = "update %s set (%s) = row%s where (%s) = %s"
                .formatted(table.name(), table.names(), table.parameters(), key.names(), key.parameters());
        var values = new ArrayList<>(table.values(row));
        values.addAll(key.values(is));
        return new OneStatement(sql, values);
    }

    /** Goes on with rows of a table that belong to the order. */
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

    /** Goes on by taking away the rows of a table that belong to the order. */
    OneStatement without(TableColumns table) {
        sql.append(
                ", w%s as (delete from %s w using moved where (w.district_id, w.order_id) = (moved.district_id, moved.id))"
                        .formatted(table.name(), table.name()));
        return this;
    }

    /** Goes on with rows made from the order as it was before. */
    OneStatement withBefore(String insert, int district, long id) {
        sql.append(", before as (%s where o.district_id = ? and o.id = ? and exists (select from moved))"
                .formatted(insert));
        values.add(new SqlParameterValue(Types.INTEGER, district));
        values.add(new SqlParameterValue(Types.BIGINT, id));
        return this;
    }

    /** Answers false when the order was not as the key says. */
    boolean run(JdbcClient jdbc) {
        return jdbc.sql(sql + " select count(*) from moved")
                        .params(values)
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
