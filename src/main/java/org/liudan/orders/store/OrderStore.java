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

    public static final TableColumns DOOR = TableColumns.of("order_tracking", "tracking bytea", "");
    public static final TableColumns CONTACT = TableColumns.of("order_contact", "hash bytea", "on conflict do nothing");
    public static final TableColumns EVENT = TableColumns.of(
            "order_event",
            "number integer, action text, at timestamptz, account text, unit text, step text, request text, body text,"
                    + " hash bytea",
            "");
    public static final TableColumns TOLD =
            TableColumns.of("outbox", "number integer, action text, unit text, post text, at timestamptz", "");

    public static final TableColumns LETTER =
            TableColumns.of("order_message", "to_order bigint, body text, at timestamptz", "");
    private static final TableColumns CONCERN = TableColumns.of("order_subject", "subject_id bigint", "");
    public static final TableColumns READER = TableColumns.of("order_reader", "unit text, post text", "");

    private static final int REMEMBERED = 4_096;

    private record Key(int district, long id) {}

    private final JdbcClient jdbc;
    private final Seals seals;
    private final Cache<Key, StoredOrder> lately =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    OrderStore(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /** An order as this process saw it last; it may have moved on since, and {@link #write} then says so. */
    public Optional<StoredOrder> remembered(int district, long id) {
        return Optional.ofNullable(lately.getIfPresent(new Key(district, id)));
    }

    /** What this process remembers of an order no longer holds. */
    void forget(int district, long id) {
        lately.invalidate(new Key(district, id));
    }

    /** An order, and whether a request is among its events. */
    public Optional<StoredOrder> read(int district, long id, @Nullable String request) {
        return anywhere(shelf -> jdbc.sql(shelf.read())
                .param("district", district)
                .param("id", id)
                .param("request", request, java.sql.Types.VARCHAR)
                .query((row, number) -> stored(row))
                .optional());
    }

    /** The order that a request raised. */
    public Optional<StoredOrder> raisedBy(int district, String request) {
        return anywhere(shelf -> jdbc.sql(shelf.raisedBy())
                .param("district", district)
                .param("request", request)
                .query((row, number) -> stored(row))
                .optional());
    }

    private static Optional<StoredOrder> anywhere(Function<OrderTable, Optional<StoredOrder>> shelf) {
        return shelf.apply(OrderTable.ORDERS).or(() -> shelf.apply(OrderTable.SUBJECTS));
    }

    /**
     * Writes what happened, unless somebody else wrote first.
     *
     * @param method the version by which the order is handled from now on
     * @param before the order on which it was decided
     * @return the order as it now stands; empty when it has moved on since: then nothing is written
     */
    public Optional<StoredOrder> write(
            Directory directory,
            Method method,
            StoredOrder before,
            Order after,
            List<Event> events,
            @Nullable String request) {
        int district = directory.district();
        var shelf = OrderTable.of(method);
        var chained = ChainedRows.of(directory, shelf, before, events, request);
        var statement = shelf.write(district, before, after, method, directory, chained.hash())
                .with(EVENT, chained.events())
                .with(TOLD, told(events))
                .with(READER, readers(before.order(), after))
                .with(LETTER, letters(events))
                .with(SubjectSnapshot.TABLE, chained.turns());
        if (shelf == OrderTable.ORDERS) {
            statement.with(ClockRow.TABLE, clocks(before.order(), after));
            var words = SearchWords.change(before.order(), after);
            statement.with(SearchWords.TABLE, words.rows());
            if (words.gone()) {
                statement.without(SearchWords.TABLE);
            }
            FigureChanges.change(statement, before.order(), after, method, directory);
            if (before.order().events() == 0) {
                raised(statement, district, after);
            }
        }
        if (!statement.run(jdbc)) {
            return Optional.empty();
        }
        var written = new StoredOrder(after, chained.hash(), false);
        lately.put(new Key(district, after.id()), written);
        return Optional.of(written);
    }

    /** How a new order is found again. */
    private void raised(OneStatement statement, int district, Order order) {
        statement
                .with(DOOR, List.of(door(district, order)))
                .with(CONTACT, contacts(order))
                .with(
                        CONCERN,
                        order.kin().about().map(List::<Object>of).stream().toList());
    }

    public List<Object> door(int district, Order order) {
        return List.of(TrackingCode.of(district, order.id(), seals).key(seals));
    }

    public List<List<byte[]>> contacts(Order order) {
        return Stream.of("phone", "id-number")
                .map(order::text)
                .filter(value -> !value.isEmpty())
                .map(value -> List.of(seals.hash("contact", seals.open(value))))
                .toList();
    }

    public static List<@Nullable Object> row(
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

    public static List<List<@Nullable Object>> clocks(Order before, Order after) {
        return after.clocks().stream()
                .filter(run -> !before.clocks().contains(run))
                .map(run -> ClockRow.of(run).values())
                .toList();
    }

    /** Whoever gets an order and is told of it by the same event is told once. */
    public static List<List<Object>> told(List<Event> events) {
        var told = new ArrayList<List<Object>>();
        for (var event : events) {
            for (var change : event.changes()) {
                if (change instanceof Change.Held held) {
                    told.add(row(event, held.seat()));
                } else if (change instanceof Change.Told one) {
                    told.add(row(event, one.seat()));
                }
            }
        }
        return told.stream().distinct().toList();
    }

    public static List<List<String>> readers(Order before, Order after) {
        return after.readers().stream()
                .filter(seat -> !before.readers().contains(seat))
                .map(seat -> List.of(seat.unit(), seat.post()))
                .toList();
    }

    public static List<List<Object>> letters(List<Event> events) {
        return events.stream()
                .flatMap(event -> event.changes().stream()
                        .filter(Change.Sent.class::isInstance)
                        .map(change -> ((Change.Sent) change).letter())
                        .map(letter ->
                                List.<Object>of(letter.to(), OrderJson.write(letter), OrderColumns.utc(event.at()))))
                .toList();
    }

    private static List<Object> row(Event event, Seat seat) {
        return List.of(event.number(), event.action(), seat.unit(), seat.post(), OrderColumns.utc(event.at()));
    }

    public static StoredOrder stored(java.sql.ResultSet row) throws java.sql.SQLException {
        return new StoredOrder(
                OrderJson.order(row.getString("state")), row.getString("hash"), row.getBoolean("requested"));
    }
}
