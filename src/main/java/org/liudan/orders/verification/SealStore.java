package org.liudan.orders.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.stream.StreamedEvent.Place;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes seals, and calculates the seal over a range of events. */
record SealStore(JdbcClient jdbc, Directories directories, Seals seals) {

    private static final String SEALS = """
            select number, at, position, order_id, event, events, encode(hash, 'hex') as hash
            from event_seal
            where district_id = :district
            """;
    private static final String LAST = SEALS + "order by number desc limit 1";
    private static final String ALL = SEALS + "order by number";
    private static final String RANGE = """
            select count(*) as events,
                (array_agg(position || '.' || order_id || '.' || number order by position desc, order_id desc, number desc))[1] as last,
                encode(sha256(coalesce(string_agg(
                    int8send(order_id) || int4send(number) || hash, '' order by position, order_id, number), '')), 'hex') as digest
            from (
                select position, order_id, number, hash
                from order_event
                where district_id = :district
                    and (position, order_id, number) > (:position, :order, :event)
                    and (position, order_id, number) <= (:lastPosition, :lastOrder, :lastEvent)
                order by position, order_id, number
                limit :limit
            ) as range
            """;
    private static final String INSERT = """
            insert into event_seal (district_id, number, at, position, order_id, event, events, hash)
            values (:district, :number, :at, :position, :order, :event, :events, decode(:hash, 'hex'))
            """;

    /**
     * Events that follow one another in the stream.
     *
     * @param events how many there are
     * @param last the position of the last one; empty when there are none
     * @param digest the SHA-256 over their ids and hashes, in hexadecimal
     */
    record SealedRange(long events, Optional<Place> last, String digest) {}

    /** All seals, by their numbers. */
    List<EventSeal> all() {
        return jdbc.sql(ALL)
                .param("district", directories.district())
                .query((row, number) -> read(row))
                .list();
    }

    /** The last seal; {@link EventSeal#NONE} before the first. */
    EventSeal last() {
        return jdbc.sql(LAST)
                .param("district", directories.district())
                .query((row, number) -> read(row))
                .optional()
                .orElse(EventSeal.NONE);
    }

    /** Returns false when nothing was inserted. */
    boolean insert(EventSeal seal) {
        return jdbc.sql(INSERT)
                        .param("district", directories.district())
                        .param("number", seal.number())
                        .param("at", OrderColumns.utc(seal.at()))
                        .param("position", seal.last().position())
                        .param("order", seal.last().order())
                        .param("event", seal.last().number())
                        .param("events", seal.events())
                        .param("hash", seal.hash())
                        .update()
                == 1;
    }

    /**
     * The events after a position, up to and including another.
     *
     * @param limit the range ends after so many events
     */
    SealedRange range(Place after, Place last, int limit) {
        return jdbc.sql(RANGE)
                .param("district", directories.district())
                .param("position", after.position())
                .param("order", after.order())
                .param("event", after.number())
                .param("lastPosition", last.position())
                .param("lastOrder", last.order())
                .param("lastEvent", last.number())
                .param("limit", limit)
                .query((row, number) -> new SealedRange(
                        row.getLong("events"),
                        Optional.ofNullable(row.getString("last")).flatMap(Place::parse),
                        row.getString("digest")))
                .single();
    }

    /** The seal over a range of events. Its hash covers the hash of the seal before. */
    EventSeal seal(EventSeal before, Instant at, Place last, SealedRange range) {
        int number = before.number() + 1;
        var text = String.join(
                " ",
                before.hash(),
                String.valueOf(directories.district()),
                String.valueOf(number),
                String.valueOf(at.toEpochMilli()),
                last.toString(),
                String.valueOf(range.events()),
                range.digest());
        return new EventSeal(number, at, last, range.events(), HexFormat.of().formatHex(seals.hash("stamp", text)));
    }

    private static EventSeal read(ResultSet row) throws SQLException {
        return new EventSeal(
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Place(row.getLong("position"), row.getLong("order_id"), row.getInt("event")),
                row.getLong("events"),
                row.getString("hash"));
    }
}
