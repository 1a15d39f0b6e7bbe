package org.liudan.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Order;
import org.liudan.people.Directory;

/**
 * Everything that is kept of one order beside its events.
 *
 * @param clocks the rows of its clocks
 * @param parties the parts that units play, as {@code party unit}
 * @param files its files, each with the hash of its content
 */
record Kept(
        long id,
        String method,
        int version,
        int events,
        String hash,
        OffsetDateTime raisedAt,
        OffsetDateTime changedAt,
        String state,
        Columns columns,
        Set<OrderStore.ClockRow> clocks,
        Set<String> parties,
        Map<String, String> files) {

    static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getString("method"),
                row.getInt("method_version"),
                row.getInt("events"),
                row.getString("hex"),
                row.getObject("raised_at", OffsetDateTime.class),
                row.getObject("changed_at", OffsetDateTime.class),
                row.getString("state"),
                Columns.read(row),
                new HashSet<>(),
                new TreeSet<>(),
                new HashMap<>());
    }

    static OrderStore.ClockRow clock(ResultSet row) throws SQLException {
        return new OrderStore.ClockRow(
                row.getString("clock"),
                row.getInt("run"),
                row.getString("unit"),
                row.getObject("started_at", OffsetDateTime.class).toInstant().toString(),
                row.getObject("due_at", OffsetDateTime.class).toInstant().toString(),
                row.getBoolean("settled"),
                row.getBoolean("paused"),
                moment(row, "warned_at"),
                moment(row, "breached_at"),
                row.getInt("escalated"),
                moment(row, "ended_at"));
    }

    private static @Nullable String moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant().toString();
    }

    Order unraised() {
        return Order.unraised(id, method, version);
    }

    /** Compares it with what its events give. */
    void compare(Refolding refolding, Directory directory, Differences differences) {
        refolding.until(events);
        differences.same("hash", hash, refolding.hash());
        files.forEach((file, content) -> differences.same("order_file " + file, content, file));
        refolding.order().ifPresent(order -> {
            differences.same("events", events, order.events());
            differences.same("raised_at", raisedAt, Columns.utc(order.raisedAt()));
            differences.same("changed_at", changedAt, Columns.utc(order.changedAt()));
            var rows = columns.parameters();
            Columns.of(order, directory)
                    .parameters()
                    .forEach((name, value) -> differences.same(name, rows.get(name), value));
            differences.same("order_party", parties, refolding.parties());
            state(order, differences);
            clocks(order, differences);
            refolding.files().stream()
                    .filter(file -> file.matches("[0-9a-f]{64}") && !files.containsKey(file))
                    .forEach(file -> differences.say("附件 " + file + " 没有了", "the file " + file + " is missing"));
        });
    }

    private void state(Order order, Differences differences) {
        try {
            if (OrderJson.order(state).equals(order)) {
                return;
            }
        } catch (RuntimeException unreadable) {
            // as wrong as any other
        }
        differences.say("state 与流转记录得出的不符", "state is not what the events give");
    }

    private void clocks(Order order, Differences differences) {
        var folded = new HashMap<String, OrderStore.ClockRow>();
        order.clocks().forEach(run -> folded.put(run.clock() + " " + run.run(), OrderStore.ClockRow.of(run)));
        var rows = new HashMap<String, OrderStore.ClockRow>();
        clocks.forEach(row -> rows.put(row.clock() + " " + row.run(), row));
        var all = new TreeSet<>(folded.keySet());
        all.addAll(rows.keySet());
        all.forEach(clock -> differences.same("order_clock " + clock, rows.get(clock), folded.get(clock)));
    }
}
