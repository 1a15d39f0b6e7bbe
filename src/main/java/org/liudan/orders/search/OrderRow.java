package org.liudan.orders.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.orders.store.OrderColumns;

/** One order in a list. */
public record OrderRow(
        long id,
        String method,
        int methodVersion,
        Instant raisedAt,
        Instant changedAt,
        String step,
        String ring,
        Optional<String> holderUnit,
        Optional<String> closed,
        String title,
        String region,
        String department,
        String channel,
        String category,
        String grade,
        String rating,
        boolean supervised,
        Optional<Instant> dueAt,
        Optional<Instant> warnAt) {

    static OrderRow read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new OrderRow(
                row.getLong("id"),
                row.getString("method"),
                row.getInt("method_version"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("step"),
                row.getString("ring"),
                Optional.ofNullable(row.getString("holder_unit")),
                Optional.ofNullable(row.getString("closed")),
                row.getString("title"),
                text(row.getString("region")),
                text(row.getString("department")),
                text(row.getString("channel")),
                text(row.getString("category")),
                text(row.getString("grade")),
                text(row.getString("rating")),
                row.getBoolean("supervised"),
                instant(row.getObject("due_at", OffsetDateTime.class)),
                instant(row.getObject("warn_at", OffsetDateTime.class)));
    }

    public static OrderRow of(Order order) {
        var first = order.running().stream().filter(run -> !run.paused()).min(Comparator.comparing(ClockRun::dueAt));
        return new OrderRow(
                order.id(),
                order.method(),
                order.version(),
                order.raisedAt(),
                order.changedAt(),
                order.step(),
                order.ring(),
                order.holder().map(Seat::unit),
                order.closed(),
                OrderColumns.title(order),
                order.text("region"),
                order.parties().getOrDefault("department", ""),
                order.text("channel"),
                order.text("category"),
                order.text("grade"),
                order.text("rating"),
                order.marked("supervised"),
                first.map(ClockRun::dueAt),
                first.map(ClockRun::warnAt));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
