package org.liudan.orders;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
