package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/**
 * Columns for how well an order met its deadlines, for figures.
 *
 * @param workingMinutes the working time that it took, in minutes; null while it is open
 * @param breached true when one of its clocks ran past its deadline
 * @param answeredInTime true when the clocks of the measure {@code answered} met their deadlines; null while none has ended
 * @param finishedInTime the same for the measure {@code finished}
 */
record PerformanceColumns(
        @Nullable Long workingMinutes,
        boolean breached,
        @Nullable Boolean answeredInTime,
        @Nullable Boolean finishedInTime) {

    static final String NAMES =
            "working_minutes bigint, breached boolean, answered_in_time boolean, finished_in_time boolean";

    static PerformanceColumns of(Order order, Method method) {
        return new PerformanceColumns(
                order.took().orElse(null),
                breached(order.clocks().stream()),
                inTime(order, method, "answered"),
                inTime(order, method, "finished"));
    }

    /** Whether the clocks that a measure of the method names met their deadlines; null while none has ended. */
    private static @Nullable Boolean inTime(Order order, Method method, String measure) {
        var clocks = method.measures().getOrDefault(measure, List.of());
        var measured = order.clocks().stream()
                .filter(run -> clocks.contains(run.clock()))
                .toList();
        if (breached(measured.stream())) {
            return false;
        }
        return measured.stream().anyMatch(run -> run.endedAt().isPresent()) ? true : null;
    }

    private static boolean breached(Stream<ClockRun> runs) {
        return runs.anyMatch(run -> run.breachedAt().isPresent());
    }

    static PerformanceColumns read(ResultSet row) throws SQLException {
        return new PerformanceColumns(
                row.getObject("working_minutes", Long.class),
                row.getBoolean("breached"),
                row.getObject("answered_in_time", Boolean.class),
                row.getObject("finished_in_time", Boolean.class));
    }

    /** The values, in the order of {@link #NAMES}. */
    List<@Nullable Object> values() {
        return Arrays.asList(workingMinutes, breached, answeredInTime, finishedInTime);
    }
}
