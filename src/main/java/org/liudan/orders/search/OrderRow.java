package org.liudan.orders.search;

import java.sql.ResultSet;
import java.sql.SQLException;
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
public record OrderRow(RowHeading heading, RowPosition position, RowClassification classification, RowTimes times) {

    /** Its id, the id and version of its method, and its title. */
    public record RowHeading(long id, String method, int methodVersion, String title) {}

    /**
     * Its place in the method.
     *
     * @param holderUnit the code of the unit that holds it; empty if it is closed
     * @param closed how it ended, for example {@code done}; empty if it is open
     */
    public record RowPosition(
            String step, String ring, Optional<String> holderUnit, Optional<String> closed, boolean supervised) {}

    /** What it is filtered by, as codes; a text is empty if the order has no such value. */
    public record RowClassification(
            String region, String department, String channel, String category, String grade, String rating) {}

    /**
     * When it was raised and last changed.
     *
     * @param dueAt its next deadline; empty if no clock runs
     * @param warnAt when the warning for this deadline is given
     */
    public record RowTimes(Instant raisedAt, Instant changedAt, Optional<Instant> dueAt, Optional<Instant> warnAt) {}

    static OrderRow read(ResultSet row, int number) throws SQLException {
        return new OrderRow(
                new RowHeading(
                        row.getLong("id"),
                        row.getString("method"),
                        row.getInt("method_version"),
                        row.getString("title")),
                new RowPosition(
                        row.getString("step"),
                        row.getString("ring"),
                        Optional.ofNullable(row.getString("holder_unit")),
                        Optional.ofNullable(row.getString("closed")),
                        row.getBoolean("supervised")),
                new RowClassification(
                        text(row.getString("region")),
                        text(row.getString("department")),
                        text(row.getString("channel")),
                        text(row.getString("category")),
                        text(row.getString("grade")),
                        text(row.getString("rating"))),
                new RowTimes(
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("due_at", OffsetDateTime.class)),
                        instant(row.getObject("warn_at", OffsetDateTime.class))));
    }

    /** The row of an order that is already loaded. */
    public static OrderRow of(Order order) {
        var first = order.running().stream().filter(run -> !run.paused()).min(Comparator.comparing(ClockRun::dueAt));
        return new OrderRow(
                new RowHeading(order.id(), order.method(), order.version(), OrderColumns.title(order)),
                new RowPosition(
                        order.step(),
                        order.ring(),
                        order.holder().map(Seat::unit),
                        order.closed(),
                        order.marked("supervised")),
                new RowClassification(
                        order.text("region"),
                        order.parties().getOrDefault("department", ""),
                        order.text("channel"),
                        order.text("category"),
                        order.text("grade"),
                        order.text("rating")),
                new RowTimes(
                        order.raisedAt(), order.changedAt(), first.map(ClockRun::dueAt), first.map(ClockRun::warnAt)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
