package org.liudan.orders.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.ClockRow;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.OrderTable;
import org.liudan.orders.store.SearchWords;
import org.liudan.orders.store.SubjectSnapshot;
import org.liudan.organisation.Directory;

/**
 * Everything that is stored of one order or subject except its events.
 *
 * @param version the version of its method
 * @param events how many events it has
 * @param hash the hash of its last event, in hexadecimal
 * @param state its state as JSON
 * @param columns the derived columns of its row
 */
record StoredRows(
        long id,
        String method,
        int version,
        int events,
        String hash,
        OffsetDateTime raisedAt,
        OffsetDateTime changedAt,
        String state,
        OrderTable table,
        List<@Nullable Object> columns,
        DependentRows dependents) {

    /**
     * The rows of other tables that belong to the order.
     *
     * @param words the words by which it is found while it is open
     * @param readers the posts that may read it when it is confidential, as {@code unit post}
     * @param attachments the hash of the content of each attachment, by its id
     * @param snapshots rows of {@link SubjectSnapshot#TABLE}
     */
    record DependentRows(
            Set<ClockRow> clocks,
            Set<String> words,
            Set<String> readers,
            Map<String, String> attachments,
            Set<List<@Nullable Object>> snapshots) {

        private static DependentRows empty() {
            return new DependentRows(
                    new HashSet<>(), new TreeSet<>(), new TreeSet<>(), new HashMap<>(), new HashSet<>());
        }
    }

    static StoredRows read(OrderTable table, ResultSet row) throws SQLException {
        return new StoredRows(
                row.getLong("id"),
                row.getString("method"),
                row.getInt("method_version"),
                row.getInt("events"),
                row.getString("hex"),
                row.getObject("raised_at", OffsetDateTime.class),
                row.getObject("changed_at", OffsetDateTime.class),
                row.getString("state"),
                table,
                table.stored(row),
                DependentRows.empty());
    }

    Order unraised() {
        return Order.unraised(id, method, version);
    }

    /** Compares the rows with the result of replaying the events. */
    void compare(EventReplay replay, Method methodVersion, Directory directory, DifferenceReport differences) {
        replay.expectUpTo(events);
        differences.compare("hash", hash, replay.hash());
        dependents.attachments.forEach((id, content) -> differences.compare("order_attachment " + id, content, id));
        replay.order().ifPresent(order -> {
            differences.compare("events", events, order.events());
            differences.compare("raised_at", raisedAt, OrderColumns.utc(order.raisedAt()));
            differences.compare("changed_at", changedAt, OrderColumns.utc(order.changedAt()));
            var expected = table.derived(order, methodVersion, directory);
            for (int column = 0; column < expected.size(); column++) {
                differences.compare(
                        table.columns().get(column).name(),
                        comparable(columns.get(column)),
                        comparable(expected.get(column)));
            }
            differences.compare("order_reader", dependents.readers, readers(order));
            state(order, differences);
            if (table == OrderTable.ORDERS) {
                clocks(order, differences);
                differences.compare(
                        "order_words", dependents.words, order.open() ? Set.copyOf(SearchWords.of(order)) : Set.of());
            } else {
                differences.compare("subject_snapshot", dependents.snapshots, snapshots(replay, directory));
            }
            replay.attachments().stream()
                    .filter(attachment ->
                            attachment.matches("[0-9a-f]{64}") && !dependents.attachments.containsKey(attachment))
                    .forEach(attachment ->
                            differences.add("附件 " + attachment + " 没有了", "the file " + attachment + " is missing"));
        });
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof Object[] array ? List.of(array) : value;
    }

    private static Set<String> readers(Order order) {
        return order.readers().stream()
                .map(seat -> seat.unit() + " " + seat.post())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<List<@Nullable Object>> snapshots(EventReplay replay, Directory directory) {
        return replay.snapshotChanges().stream()
                .map(change -> change.row(method, directory))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void state(Order order, DifferenceReport differences) {
        try {
            if (OrderJson.order(state).equals(order)) {
                return;
            }
        } catch (RuntimeException unreadable) {
            // reported below, as any other wrong state
        }
        differences.add("state 与流转记录得出的不符", "state is not what the events give");
    }

    private void clocks(Order order, DifferenceReport differences) {
        var expected = new HashMap<String, ClockRow>();
        order.clocks().forEach(run -> expected.put(run.clock() + " " + run.run(), ClockRow.of(run)));
        var rows = new HashMap<String, ClockRow>();
        dependents.clocks.forEach(row -> rows.put(row.clock() + " " + row.run(), row));
        var all = new TreeSet<>(expected.keySet());
        all.addAll(rows.keySet());
        all.forEach(clock -> differences.compare("order_clock " + clock, rows.get(clock), expected.get(clock)));
    }
}
