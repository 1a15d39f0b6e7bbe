package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/**
 * Columns for the deadlines of an order.
 *
 * @param dueAt the first deadline of its running clocks; null when none runs
 * @param warnAt when the clock of that deadline warns
 * @param alarmAt when the next of its clocks has something to do
 * @param settled false while a deadline lies beyond the published holidays and may still change
 */
record DeadlineColumns(
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime warnAt,
        @Nullable OffsetDateTime alarmAt,
        boolean settled) {

    static final String NAMES = "due_at timestamptz, warn_at timestamptz, alarm_at timestamptz, settled boolean";

    static DeadlineColumns of(Order order) {
        var first = order.running().stream().filter(run -> !run.paused()).min(Comparator.comparing(ClockRun::dueAt));
        return new DeadlineColumns(
                first.map(ClockRun::dueAt).map(OrderColumns::utc).orElse(null),
                first.map(ClockRun::warnAt).map(OrderColumns::utc).orElse(null),
                order.alarmAt().map(OrderColumns::utc).orElse(null),
                order.running().stream().allMatch(ClockRun::settled));
    }

    static DeadlineColumns read(ResultSet row) throws SQLException {
        return new DeadlineColumns(
                row.getObject("due_at", OffsetDateTime.class),
                row.getObject("warn_at", OffsetDateTime.class),
                row.getObject("alarm_at", OffsetDateTime.class),
                row.getBoolean("settled"));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        return Arrays.asList(dueAt, warnAt, alarmAt, settled);
    }
}
