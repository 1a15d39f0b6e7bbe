package org.liudan.orders.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An event of an order, for programs that follow the stream of events.
 *
 * @param place its position in the stream
 * @param order the number of the order
 * @param number 1 for the first event of the order
 * @param action the action that was taken, or what the system did by itself
 * @param by {@code officer}, {@code resident}, {@code machine} or {@code order}
 * @param unit the unit of the officer who acted
 * @param post the post of the officer who acted
 * @param step the step of the order after the event
 */
public record StreamedEvent(
        Place place,
        String order,
        int number,
        String method,
        String action,
        Instant at,
        String by,
        Optional<String> unit,
        Optional<String> post,
        String step) {

    /**
     * A position in the stream of events, from which reading can continue.
     *
     * @param position the part that the database assigns when the event is written
     * @param order the id of the order
     * @param number the number of the event in the order
     */
    public record Place(long position, long order, int number) implements Comparable<Place> {

        /** The position before all events. */
        public static final Place BEGINNING = new Place(0, 0, 0);

        private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,9})");

        /** Parses a text that {@link #toString} wrote; empty if it has another form. */
        public static Optional<Place> parse(String text) {
            var parts = FORM.matcher(text);
            return parts.matches()
                    ? Optional.of(new Place(
                            Long.parseLong(parts.group(1)),
                            Long.parseLong(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        }

        @Override
        public int compareTo(Place other) {
            int first = Long.compare(position, other.position);
            int second = first == 0 ? Long.compare(order, other.order) : first;
            return second == 0 ? Integer.compare(number, other.number) : second;
        }

        @Override
        public String toString() {
            return position + "." + order + "." + number;
        }
    }
}
