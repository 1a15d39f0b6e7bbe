package org.liudan.orders.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.orders.search.NewestFirstSearch.ListPosition;
import org.liudan.orders.store.OrderColumns;

/**
 * The last order of a page, after which the next page begins. Its text stands in the address of that page.
 *
 * @param time when the order was raised, in microseconds since 1970; in a list by deadline when it is due, in milliseconds
 * @param id the id of the order
 */
record ListCursor(long time, long id) {

    private static final Pattern FORMAT = Pattern.compile("\\d{1,16}_\\d{1,18}");

    static ListCursor of(OrderRow last, boolean dueFirst) {
        return new ListCursor(
                dueFirst
                        ? last.times()
                                .dueAt()
                                .map(Instant::toEpochMilli)
                                .orElse(NewestFirstSearch.END_OF_TIME.toEpochMilli())
                        : ChronoUnit.MICROS.between(Instant.EPOCH, last.times().raisedAt()),
                last.heading().id());
    }

    /** Reads the text of a cursor; empty if it isn't one. */
    static Optional<ListCursor> parse(String text) {
        if (!isCursor(text)) {
            return Optional.empty();
        }
        var parts = text.split("_", 2);
        return Optional.of(new ListCursor(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }

    static boolean isCursor(String text) {
        return FORMAT.matcher(text).matches();
    }

    String text() {
        return time + "_" + id;
    }

    /** The position in a list with the newest order first. */
    ListPosition position() {
        return new ListPosition(Instant.EPOCH.plus(time, ChronoUnit.MICROS), id);
    }

    /** The deadline in a list with the next deadline first; the latest possible time if the order had none. */
    OffsetDateTime due() {
        return time < NewestFirstSearch.END_OF_TIME.toEpochMilli()
                ? OrderColumns.utc(Instant.ofEpochMilli(time))
                : OffsetDateTime.MAX;
    }
}
