package org.liudan.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.ClockRun;

/** A run of a clock as a row, for lists and figures. */
public record ClockRow(
        String clock,
        int run,
        String unit,
        OffsetDateTime startedAt,
        OffsetDateTime dueAt,
        boolean settled,
        boolean paused,
        @Nullable OffsetDateTime warnedAt,
        @Nullable OffsetDateTime breachedAt,
        int escalated,
        @Nullable OffsetDateTime endedAt) {

    public static final TableColumns TABLE = TableColumns.of(
            "order_clock",
            "clock text, run integer, unit text, started_at timestamptz, due_at timestamptz, settled boolean,"
                    + " paused boolean, warned_at timestamptz, breached_at timestamptz, escalated integer,"
                    + " ended_at timestamptz",
            """
            on conflict (district_id, order_id, clock, run) do update
            set due_at = excluded.due_at, settled = excluded.settled, paused = excluded.paused,
                warned_at = excluded.warned_at, breached_at = excluded.breached_at,
                escalated = excluded.escalated, ended_at = excluded.ended_at
            """);

    public static ClockRow of(ClockRun run) {
        return new ClockRow(
                run.clock(),
                run.run(),
                run.unit(),
                OrderColumns.utc(run.startedAt()),
                OrderColumns.utc(run.dueAt()),
                run.settled(),
                run.paused(),
                OrderColumns.utc(run.warnedAt()),
                OrderColumns.utc(run.breachedAt()),
                run.escalated(),
                OrderColumns.utc(run.endedAt()));
    }

    public static ClockRow read(ResultSet row) throws SQLException {
        return new ClockRow(
                row.getString("clock"),
                row.getInt("run"),
                row.getString("unit"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("due_at", OffsetDateTime.class),
                row.getBoolean("settled"),
                row.getBoolean("paused"),
                row.getObject("warned_at", OffsetDateTime.class),
                row.getObject("breached_at", OffsetDateTime.class),
                row.getInt("escalated"),
                row.getObject("ended_at", OffsetDateTime.class));
    }

    List<@Nullable Object> values() {
        return Arrays.asList(
                clock, run, unit, startedAt, dueAt, settled, paused, warnedAt, breachedAt, escalated, endedAt);
    }
}
