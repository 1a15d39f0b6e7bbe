package org.liudan.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.liudan.orders.stream.StreamedEvent.Place;

/**
 * An address to which the events of a program are sent.
 *
 * @param program the id of the program
 * @param secret the key of the signatures, sealed
 * @param place the position of the last event that was delivered
 * @param failures how many attempts in a row have failed
 * @param failure the reason of the last failure
 * @param pausedAt since when nothing is sent, after too many failures; empty if it is active
 */
public record Webhook(
        long id,
        long program,
        String url,
        String secret,
        Place place,
        int failures,
        Optional<String> failure,
        Optional<Instant> pausedAt) {

    static final String SELECT = """
            select w.id, w.program, w.url, w.secret, w.position, w.order_id, w.number, w.paused_at,
                coalesce(f.failures, 0) as failures, f.failure
            from webhook w
            left join job_lease f
                on f.district_id = w.district_id and f.kind = 'webhook' and f.key = w.id::text
            where w.district_id = :district
            """;

    static Webhook read(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getLong("program"),
                row.getString("url"),
                row.getString("secret"),
                new Place(row.getLong("position"), row.getLong("order_id"), row.getInt("number")),
                row.getInt("failures"),
                Optional.ofNullable(row.getString("failure")),
                Optional.ofNullable(row.getObject("paused_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
