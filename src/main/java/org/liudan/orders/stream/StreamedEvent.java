package org.liudan.orders.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What happened in an order, for programs that follow what happens.
 *
 * @param place where it stands among all that happened
 * @param number 1 for the first event of the order
 * @param action the action taken, or what the program did by itself
 * @param by {@code officer}, {@code resident}, {@code machine} or {@code order}
 * @param unit of the officer who did it
 * @param step where the order stood after it
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

    /** A place among all that happened, from which to read on. */
    public record Place(long position, long order, int number) implements Comparable<Place> {

        /** Before everything. */
        public static final Place BEGINNING = new Place(0, 0, 0);

        private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,9})");

        /** Reads what {@link #toString} wrote. */
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
