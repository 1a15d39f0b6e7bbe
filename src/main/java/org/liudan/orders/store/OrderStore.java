package org.liudan.orders.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directory;
import org.liudan.privacy.Seals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads orders and subjects, and writes everything that one action changes in one statement. */
@Component
public class OrderStore {

    public static final TableColumns TRACKING = TableColumns.of("order_tracking", "tracking bytea", "");
    public static final TableColumns CONTACT = TableColumns.of("order_contact", "hash bytea", "on conflict do nothing");
    public static final TableColumns EVENT = TableColumns.of(
            "order_event",
            "number integer, action text, at timestamptz, account text, unit text, step text, request text, body text,"
                    + " hash bytea",
            "");
    public static final TableColumns OUTBOX =
            TableColumns.of("outbox", "number integer, action text, unit text, post text, at timestamptz", "");

    public static final TableColumns MESSAGE =
            TableColumns.of("order_message", "to_order bigint, body text, at timestamptz", "");
    private static final TableColumns SUBJECT = TableColumns.of("order_subject", "subject_id bigint", "");
    public static final TableColumns READER = TableColumns.of("order_reader", "unit text, post text", "");

    private static final int CACHE_SIZE = 4_096;

    private record CacheKey(int district, long id) {}

    private final JdbcClient jdbc;
    private final Seals seals;
    private final Cache<CacheKey, StoredOrder> recent =
            Caffeine.newBuilder().maximumSize(CACHE_SIZE).build();

    OrderStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** The last version of an order that this process wrote. It may be out of date; {@link #write} then writes nothing. */
    public Optional<StoredOrder> cached(int district, long id) {
        return Optional.ofNullable(recent.getIfPresent(new CacheKey(district, id)));
    }

    /** Removes an order from the cache. */
    void evict(int district, long id) {
        recent.invalidate(new CacheKey(district, id));
    }

    /** Reads an order, and whether one of its events came from this request. */
    public Optional<StoredOrder> read(int district, long id, @Nullable String request) {
        return inEitherTable(table -> jdbc.sql(table.read())
                .param("district", district)
                .param("id", id)
                .param("request", request, java.sql.Types.VARCHAR)
                .query((row, number) -> stored(row))
                .optional());
    }

    /** The order that a request raised. */
    public Optional<StoredOrder> raisedBy(int district, String request) {
        return inEitherTable(table -> jdbc.sql(table.raisedBy())
                .param("district", district)
                .param("request", request)
                .query((row, number) -> stored(row))
                .optional());
    }

    private static Optional<StoredOrder> inEitherTable(Function<OrderTable, Optional<StoredOrder>> query) {
        return query.apply(OrderTable.ORDERS).or(() -> query.apply(OrderTable.SUBJECTS));
    }

    /**
     * Writes new events of an order and its new state, unless somebody else changed the order first.
     *
     * @param method the version of the method by which the order is handled from now on
     * @param before the order on which the decision was made
     * @param after the order after the events
     * @param request the id of the request; null when the system acts by itself
     * @return the order as it is now stored; empty when it was changed since {@code before}: then nothing is written
     */
    public Optional<StoredOrder> write(
            Directory directory,
            Method method,
            StoredOrder before,
            Order after,
            List<Event> events,
            @Nullable String request) {
        int district = directory.district();
        var table = OrderTable.of(method);
        var chained = ChainedRows.of(directory, table, before, events, request);
        var statement = table.write(district, before, after, method, directory, chained.hash())
                .with(EVENT, chained.events())
                .with(OUTBOX, outboxRows(events))
                .with(READER, readerRows(before.order(), after))
                .with(MESSAGE, messageRows(events))
                .with(SubjectSnapshot.TABLE, chained.snapshots());
        if (table == OrderTable.ORDERS) {
            statement.with(ClockRow.TABLE, clockRows(before.order(), after));
            var words = SearchWords.changeOf(before.order(), after);
            statement.with(SearchWords.TABLE, words.rows());
            if (words.deleted()) {
                statement.without(SearchWords.TABLE);
            }
            FigureChanges.addTo(statement, before.order(), after, method, directory);
            if (before.order().events() == 0) {
                addLookupRows(statement, district, after);
            }
        }
        if (!statement.run(jdbc)) {
            return Optional.empty();
        }
        var written = new StoredOrder(after, chained.hash(), false);
        recent.put(new CacheKey(district, after.id()), written);
        return Optional.of(written);
    }

    /** Adds the rows by which a new order is found again: by tracking code, contact and subject. */
    private void addLookupRows(OneStatement statement, int district, Order order) {
        statement
                .with(TRACKING, List.of(trackingRow(district, order)))
                .with(CONTACT, contactRows(order))
                .with(
                        SUBJECT,
                        order.kin().about().map(List::<Object>of).stream().toList());
    }

    /** A row of {@link #TRACKING}. */
    public List<Object> trackingRow(int district, Order order) {
        return List.of(TrackingCode.of(district, order.id(), seals).key(seals));
    }

    /** Rows of {@link #CONTACT}: keyed hashes of the phone and id number, so that orders of one person are found. */
    public List<List<byte[]>> contactRows(Order order) {
        return Stream.of("phone", "id-number")
                .map(order::text)
                .filter(value -> !value.isEmpty())
                .map(value -> List.of(seals.hash("contact", seals.open(value))))
                .toList();
    }

    /** A row of {@link #EVENT}. */
    public static List<@Nullable Object> eventRow(
            Event event, String step, @Nullable String request, String body, String hash) {
        var officer = event.by() instanceof Actor.Officer by ? by : null;
        return Arrays.asList(
                event.number(),
                event.action(),
                OrderColumns.utc(event.at()),
                officer == null ? null : officer.person(),
                officer == null ? null : officer.unit(),
                step,
                request,
                body,
                OrderTable.bytes(hash));
    }

    /** Rows of {@link ClockRow#TABLE} for the clocks that changed. */
    public static List<List<@Nullable Object>> clockRows(Order before, Order after) {
        return after.clocks().stream()
                .filter(run -> !before.clocks().contains(run))
                .map(run -> ClockRow.of(run).values())
                .toList();
    }

    /** The notices that events cause. A post that receives an order and is notified by the same event gets one notice. */
    public static List<List<Object>> outboxRows(List<Event> events) {
        var rows = new ArrayList<List<Object>>();
        for (var event : events) {
            for (var change : event.changes()) {
                if (change instanceof Change.Held held) {
                    rows.add(outboxRow(event, held.seat()));
                } else if (change instanceof Change.Told told) {
                    rows.add(outboxRow(event, told.seat()));
                }
            }
        }
        return rows.stream().distinct().toList();
    }

    /** Rows of {@link #READER} for posts that may read a confidential order from now on. */
    public static List<List<String>> readerRows(Order before, Order after) {
        return after.readers().stream()
                .filter(seat -> !before.readers().contains(seat))
                .map(seat -> List.of(seat.unit(), seat.post()))
                .toList();
    }

    /** Rows of {@link #MESSAGE} for the messages that events send. */
    public static List<List<Object>> messageRows(List<Event> events) {
        return events.stream()
                .flatMap(event -> event.changes().stream()
                        .filter(Change.Sent.class::isInstance)
                        .map(change -> ((Change.Sent) change).letter())
                        .map(message ->
                                List.<Object>of(message.to(), OrderJson.write(message), OrderColumns.utc(event.at()))))
                .toList();
    }

    private static List<Object> outboxRow(Event event, Seat seat) {
        return List.of(event.number(), event.action(), seat.unit(), seat.post(), OrderColumns.utc(event.at()));
    }

    /** Maps a row with the columns {@code state}, {@code hash} in hexadecimal and {@code requested}. */
    public static StoredOrder stored(java.sql.ResultSet row) throws java.sql.SQLException {
        return new StoredOrder(
                OrderJson.order(row.getString("state")), row.getString("hash"), row.getBoolean("requested"));
    }
}
