package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Register;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/**
 * Columns for the visits of a subject and for when it has to be visited again.
 *
 * @param dueAt when the cycle of visits ends; null while it is paused, or when the register has no cycle
 * @param alarmAt when the next of its clocks has something to do
 * @param settled false while a deadline lies beyond the published holidays and may still change
 * @param visitedAt the last visit; null before the first
 */
record CycleColumns(
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime alarmAt,
        boolean settled,
        @Nullable OffsetDateTime visitedAt,
        int visits) {

    static final String NAMES =
            "due_at timestamptz, alarm_at timestamptz, settled boolean, visited_at timestamptz, visits integer";

    static CycleColumns of(Order subject, Register register) {
        var cycle = register.cycle().flatMap(subject::clock);
        return new CycleColumns(
                cycle.filter(ClockRun::running)
                        .filter(run -> !run.paused())
                        .map(ClockRun::dueAt)
                        .map(OrderColumns::utc)
                        .orElse(null),
                subject.alarmAt().map(OrderColumns::utc).orElse(null),
                subject.running().stream().allMatch(ClockRun::settled),
                register.visited(subject) == 0
                        ? null
                        : cycle.map(ClockRun::startedAt).map(OrderColumns::utc).orElse(null),
                register.visited(subject));
    }

    static CycleColumns read(ResultSet row) throws SQLException {
        return new CycleColumns(
                row.getObject("due_at", OffsetDateTime.class),
                row.getObject("alarm_at", OffsetDateTime.class),
                row.getBoolean("settled"),
                row.getObject("visited_at", OffsetDateTime.class),
                row.getInt("visits"));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        return Arrays.asList(dueAt, alarmAt, settled, visitedAt, visits);
    }
}
