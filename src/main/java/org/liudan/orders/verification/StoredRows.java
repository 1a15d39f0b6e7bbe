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
import org.liudan.organisation.Directory;

/**
 * Everything that is kept of one order or subject beside its events.
 *
 * @param clocks the rows of its clocks
 * @param words by which it is found while it is open
 * @param readers who may read it when it is confidential, as {@code unit post}
 * @param snapshots the rows of how it stood on its register
 * @param attachments its files by their ids, each with the hash of its content
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
        Set<ClockRow> clocks,
        Set<String> words,
        Set<String> readers,
        Map<String, String> attachments,
        Set<List<@Nullable Object>> snapshots) {

    static StoredRows read(OrderTable shelf, ResultSet row) throws SQLException {
        return new StoredRows(
                row.getLong("id"),
                row.getString("method"),
                row.getInt("method_version"),
                row.getInt("events"),
                row.getString("hex"),
                row.getObject("raised_at", OffsetDateTime.class),
                row.getObject("changed_at", OffsetDateTime.class),
                row.getString("state"),
                shelf,
                shelf.stored(row),
                new HashSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new HashMap<>(),
                new HashSet<>());
    }

    Order unraised() {
        return Order.unraised(id, method, version);
    }

    /** Compares it with what its events give. */
    void compare(EventReplay refolding, Method handledBy, Directory directory, DifferenceReport differences) {
        refolding.expectUpTo(events);
        differences.compare("hash", hash, refolding.hash());
        attachments.forEach((file, content) -> differences.compare("order_attachment " + file, content, file));
        refolding.order().ifPresent(order -> {
            differences.compare("events", events, order.events());
            differences.compare("raised_at", raisedAt, OrderColumns.utc(order.raisedAt()));
            differences.compare("changed_at", changedAt, OrderColumns.utc(order.changedAt()));
            var folded = table.derived(order, handledBy, directory);
            for (int column = 0; column < folded.size(); column++) {
                differences.compare(
                        table.columns().get(column).name(), said(columns.get(column)), said(folded.get(column)));
            }
            differences.compare("order_reader", readers, readers(order));
            state(order, differences);
            if (table == OrderTable.ORDERS) {
                clocks(order, differences);
                differences.compare("order_words", words, order.open() ? Set.copyOf(SearchWords.of(order)) : Set.of());
            } else {
                differences.compare("subject_snapshot", snapshots, snapshots(refolding, directory));
            }
            refolding.attachments().stream()
                    .filter(file -> file.matches("[0-9a-f]{64}") && !attachments.containsKey(file))
                    .forEach(file -> differences.add("附件 " + file + " 没有了", "the file " + file + " is missing"));
        });
    }

    private static @Nullable Object said(@Nullable Object value) {
        return value instanceof Object[] several ? List.of(several) : value;
    }

    private static Set<String> readers(Order order) {
        return order.readers().stream()
                .map(seat -> seat.unit() + " " + seat.post())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<List<@Nullable Object>> snapshots(EventReplay refolding, Directory directory) {
        return refolding.snapshotChanges().stream()
                .map(turn -> turn.row(method, directory))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void state(Order order, DifferenceReport differences) {
        try {
            if (OrderJson.order(state).equals(order)) {
                return;
            }
        } catch (RuntimeException unreadable) {
            // as wrong as any other
        }
        differences.add("state 与流转记录得出的不符", "state is not what the events give");
    }

    private void clocks(Order order, DifferenceReport differences) {
        var folded = new HashMap<String, ClockRow>();
        order.clocks().forEach(run -> folded.put(run.clock() + " " + run.run(), ClockRow.of(run)));
        var rows = new HashMap<String, ClockRow>();
        clocks.forEach(row -> rows.put(row.clock() + " " + row.run(), row));
        var all = new TreeSet<>(folded.keySet());
        all.addAll(rows.keySet());
        all.forEach(clock -> differences.compare("order_clock " + clock, rows.get(clock), folded.get(clock)));
    }
}
