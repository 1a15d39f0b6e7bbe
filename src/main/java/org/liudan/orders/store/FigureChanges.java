package org.liudan.orders.store;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directory;

/**
 * What closed orders add to figures. The statement that closes an order writes it. When a closed order changes, the same
 * statement also writes the reverse of what the order had added, taken from its row before the change. So the sum of these rows
 * always equals the sum over the rows of all closed orders.
 */
final class FigureChanges {

    static final TableColumns TABLE = TableColumns.of(
            "figure_change",
            "weight integer, raised_at timestamptz, method text, closed text, street text, community text, channel text,"
                    + " category text, grade text, department text, rating text, breached boolean,"
                    + " answered_in_time boolean, finished_in_time boolean, working_minutes bigint, units text[]",
            "");

    private static final String REVERSED_COLUMNS = TABLE.names().replaceFirst("weight", "-1");
    private static final String REVERSE = "insert into figure_change (district_id, order_id, " + TABLE.names()
            + ") select district_id, id, " + REVERSED_COLUMNS + " from orders o";

    private FigureChanges() {}

    /** Adds its part to the statement that writes an order. */
    static void addTo(OneStatement statement, Order before, Order after, Method method, Directory directory) {
        if (!before.open() && counts(before)) {
            statement.withReversal(REVERSE, directory.district(), after.id());
        }
        statement.with(TABLE, rows(after, method, directory));
    }

    /** What an order adds: nothing while it is open, and nothing at all when it is confidential. */
    static List<List<@Nullable Object>> rows(Order order, Method method, Directory directory) {
        if (order.open() || !counts(order)) {
            return List.of();
        }
        var row = OrderColumns.of(order, method, directory);
        return List.of(Arrays.asList(
                1,
                OrderColumns.utc(order.raisedAt()),
                order.method(),
                row.step().closed(),
                row.location().street(),
                row.location().community(),
                row.classification().channel(),
                row.classification().category(),
                row.classification().grade(),
                row.classification().department(),
                row.classification().rating(),
                row.performance().breached(),
                row.performance().answeredInTime(),
                row.performance().finishedInTime(),
                row.performance().workingMinutes(),
                row.units().toArray(String[]::new)));
    }

    private static boolean counts(Order order) {
        return order.readers().isEmpty();
    }
}
