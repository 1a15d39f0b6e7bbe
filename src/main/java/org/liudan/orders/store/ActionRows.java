package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/** Rows that an action adds to the tables of an order. */
public final class ActionRows {

    private ActionRows() {}

    /** A row of {@link OrderStore#EVENT}. */
    public static List<@Nullable Object> event(
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
    public static List<List<@Nullable Object>> clocks(Order before, Order after) {
        return after.clocks().stream()
                .filter(run -> !before.clocks().contains(run))
                .map(run -> ClockRow.of(run).values())
                .toList();
    }

    /**
     * Rows of {@link OrderStore#OUTBOX}: the notices that events cause. A post that receives an order and is notified by the same
     * event gets one notice.
     */
    public static List<List<Object>> outbox(List<Event> events) {
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

    /** Rows of {@link OrderStore#READER} for posts that may read a confidential order from now on. */
    public static List<List<String>> readers(Order before, Order after) {
        return after.readers().stream()
                .filter(seat -> !before.readers().contains(seat))
                .map(seat -> List.of(seat.unit(), seat.post()))
                .toList();
    }

    /** Rows of {@link OrderStore#MESSAGE} for the messages that events send. */
    public static List<List<Object>> messages(List<Event> events) {
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
}
