package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/**
 * Columns for the step of an order or subject, and for who holds it.
 *
 * @param holderUnit the unit that holds it; null when nobody does
 * @param closed how it was closed; null while it is open
 */
record StepColumns(
        String step,
        @Nullable String holderUnit,
        @Nullable String holderPost,
        @Nullable String closed,
        boolean confidential) {

    static final String NAMES = "step text, holder_unit text, holder_post text, closed text, confidential boolean";

    static StepColumns of(Order order) {
        return new StepColumns(
                order.step(),
                order.holder().map(Seat::unit).orElse(null),
                order.holder().map(Seat::post).orElse(null),
                order.closed().orElse(null),
                !order.readers().isEmpty());
    }

    static StepColumns read(ResultSet row) throws SQLException {
        return new StepColumns(
                row.getString("step"),
                row.getString("holder_unit"),
                row.getString("holder_post"),
                row.getString("closed"),
                row.getBoolean("confidential"));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        return Arrays.asList(step, holderUnit, holderPost, closed, confidential);
    }
}
