package org.liudan.orders.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directory;

/**
 * What closed orders add to figures. It is written in the statement that closes one; when a closed one changes, what it had
 * added is taken away by the same statement, from its row as it was. So what is written always comes to what the rows of all
 * closed orders come to.
 */
final class FigureChanges {

    static final TableColumns TABLE = TableColumns.of(
            "figure_change",
            "weight integer, raised_at timestamptz, method text, closed text, street text, community text, channel text,"
                    + " category text, grade text, department text, rating text, breached boolean,"
                    + " answered_in_time boolean, finished_in_time boolean, working_minutes bigint, units text[]",
            "");

    private static final String TAKEN_AWAY = TABLE.names().replaceFirst("weight", "-1");
    private static final String TAKE_AWAY = "insert into figure_change (district_id, order_id, " + TABLE.names()
            + ") select district_id, id, " + TAKEN_AWAY + " from orders o";

    private FigureChanges() {}

    /** Goes on with a statement that writes what has become of an order. */
    static void change(OneStatement statement, Order before, Order after, Method method, Directory directory) {
        if (!before.open() && counts(before)) {
            statement.withBefore(TAKE_AWAY, directory.district(), after.id());
        }
        statement.with(TABLE, rows(after, method, directory));
    }

    /** What an order adds; nothing while it is open, nor ever when it is confidential. */
    static List<List<@Nullable Object>> rows(Order order, Method method, Directory directory) {
        if (order.open() || !counts(order)) {
            return List.of();
        }
        var row = OrderColumns.of(order, method, directory);
        return List.of(Arrays.asList(
                1,
                OrderColumns.utc(order.raisedAt()),
                order.method(),
                row.closed(),
                row.street(),
                row.community(),
                row.channel(),
                row.category(),
                row.grade(),
                row.department(),
                row.rating(),
                row.breached(),
                row.answeredInTime(),
                row.finishedInTime(),
                row.took(),
                row.units().toArray(String[]::new)));
    }

    private static boolean counts(Order order) {
        return order.readers().isEmpty();
    }
}
