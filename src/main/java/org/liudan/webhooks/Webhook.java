package org.liudan.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.liudan.orders.stream.StreamedEvent.Place;

/**
 * Where a program wants to be told what happens.
 *
 * @param secret what is signed with; sealed
 * @param place up to where it has been told
 * @param failures tries in a row that failed
 * @param until when it is looked at again; for whoever tells it now, until when it is theirs
 * @param pausedAt since when nothing is sent any more, after too many of them
 */
public record Webhook(
        long id,
        long program,
        String url,
        String secret,
        Place place,
        int failures,
        Optional<String> failure,
        OffsetDateTime nextAt,
        Optional<Instant> pausedAt) {

    static final String COLUMNS =
            "id, program, url, secret, position, order_id, number, failures, failure, next_at, paused_at";

    static Webhook read(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getLong("program"),
                row.getString("url"),
                row.getString("secret"),
                new Place(row.getLong("position"), row.getLong("order_id"), row.getInt("number")),
                row.getInt("failures"),
                Optional.ofNullable(row.getString("failure")),
                row.getObject("next_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("paused_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
