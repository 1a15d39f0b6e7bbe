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

/** Folds one order anew from its events as they are kept, and says where they don't follow from one another. */
final class EventReplay {

    /** An event as it is kept. */
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

    /** The next event, in the order of their numbers. */
    void next(EventRow row) {
        expectUpTo(row.number() - 1);
        last = row.number();
        if (!OrderJson.hash(hash, district, order.id(), row.body()).equals(row.hash())) {
            differences.addAt(
                    row.number(), "哈希与内容或前一条不符", "its hash does not follow from its content and the event before");
        }
        // what is kept goes on, so that only the place of the break is named
        hash = row.hash();
        read(row).ifPresent(event -> fold(row, event));
    }

    /** There should be events up to this number. */
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

    /** The order that the events give; empty where they don't give one. */
    Optional<Order> order() {
        return broken ? Optional.empty() : Optional.of(order);
    }

    /** The hash of the last event. */
    String hash() {
        return hash;
    }

    /** Every file that the events speak of. */
    Set<String> attachments() {
        return attachments;
    }

    /** How it has stood if it is on a register. */
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
                .forEach(list -> ((List<?>) list).forEach(file -> attachments.add(file.toString())));
    }
}
