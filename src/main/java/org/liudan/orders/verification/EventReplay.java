package org.liudan.orders.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.OrderColumns;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.SubjectSnapshot;

/** Replays the stored events of one order, and reports where an event does not follow from the one before. */
final class EventReplay {

    /** An event as a row. */
    record EventRow(
            int number,
            String action,
            OffsetDateTime at,
            @Nullable String account,
            @Nullable String unit,
            String step,
            String body,
            String hash) {

        static EventRow read(ResultSet row) throws SQLException {
            return new EventRow(
                    row.getInt("number"),
                    row.getString("action"),
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("account"),
                    row.getString("unit"),
                    row.getString("step"),
                    row.getString("body"),
                    row.getString("hex"));
        }
    }

    private final int district;
    private final DifferenceReport differences;
    private final Set<String> attachments = new HashSet<>();
    private final List<SubjectSnapshot.SnapshotChange> snapshotChanges = new ArrayList<>();
    private Order order;
    private String hash = OrderJson.INITIAL_HASH;
    private int last;
    private boolean broken;

    EventReplay(int district, Order unraised, DifferenceReport differences) {
        this.district = district;
        this.order = unraised;
        this.differences = differences;
    }

    /** Replays the next event; the events come in the order of their numbers. */
    void next(EventRow row) {
        expectUpTo(row.number() - 1);
        last = row.number();
        if (!OrderJson.hash(hash, district, order.id(), row.body()).equals(row.hash())) {
            differences.addAt(
                    row.number(), "哈希与内容或前一条不符", "its hash does not follow from its content and the event before");
        }
        // the chain continues with the stored hash, so that only the first break is reported
        hash = row.hash();
        read(row).ifPresent(event -> fold(row, event));
    }

    /** Reports the events up to this number that are missing. */
    void expectUpTo(int number) {
        if (last + 1 == number) {
            broken = true;
            differences.addAt(number, "这一条流转记录没有了", "this event is missing");
        } else if (last < number) {
            broken = true;
            differences.addAt(
                    last + 1, "从这一条到第 " + number + " 条流转记录没有了", "the events from here to " + number + " are missing");
        }
    }

    /** The order that results from the events; empty when an event is missing or can't be applied. */
    Optional<Order> order() {
        return broken ? Optional.empty() : Optional.of(order);
    }

    /** The stored hash of the last event, in hexadecimal. */
    String hash() {
        return hash;
    }

    /** The ids of all attachments in the events. */
    Set<String> attachments() {
        return attachments;
    }

    /** The snapshots of a subject that begin or end with these events. */
    List<SubjectSnapshot.SnapshotChange> snapshotChanges() {
        return snapshotChanges;
    }

    private Optional<Event> read(EventRow row) {
        try {
            return Optional.of(OrderJson.event(row.body()));
        } catch (RuntimeException unreadable) {
            broken = true;
            differences.addAt(row.number(), "内容无法读取", "its content can't be read");
            return Optional.empty();
        }
    }

    private void fold(EventRow row, Event event) {
        var officer = event.by() instanceof Actor.Officer by ? Optional.of(by) : Optional.<Actor.Officer>empty();
        int number = row.number();
        differences.compare(number, "number", number, event.number());
        differences.compare(number, "action", row.action(), event.action());
        differences.compare(number, "at", row.at(), OrderColumns.utc(event.at()));
        differences.compare(
                number,
                "account",
                row.account(),
                officer.map(Actor.Officer::person).orElse(null));
        differences.compare(
                number, "unit", row.unit(), officer.map(Actor.Officer::unit).orElse(null));
        if (broken) {
            return;
        }
        try {
            var next = order.after(event);
            snapshotChanges.addAll(SubjectSnapshot.changes(order, next));
            order = next;
        } catch (RuntimeException impossible) {
            broken = true;
            differences.addAt(number, "不能接在前一条之后", "it can't follow the event before");
            return;
        }
        differences.compare(number, "step", row.step(), order.step());
        event.answers().values().stream()
                .filter(List.class::isInstance)
                .forEach(list -> ((List<?>) list).forEach(item -> attachments.add(item.toString())));
    }
}
