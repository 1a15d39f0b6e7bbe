package org.liudan.engine.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The state of one order: all its events, applied in order. Two orders with the same events are equal.
 *
 * @param events the number of events
 * @param step the current step; {@link #UNRAISED} before the first event
 * @param closed how the order ended; empty while it is open
 * @param parties the unit of each party, by the id of the party
 * @param did how often each action was taken, by its id
 * @param rings the rings of the public chain reached so far
 * @param clocks all runs of all clocks, in the order they started
 * @param took working minutes from raising to closing; empty while the order is open
 * @param kin the links to other orders
 * @param deeds who performed which action, for those that a separation of duties checks
 * @param readers the only posts that may read it; if empty, every post that sees such orders may read it
 * @param left units that were a party earlier and are none now
 */
public record Order(
        long id,
        String method,
        int version,
        int events,
        Instant raisedAt,
        Instant changedAt,
        String step,
        String ring,
        Optional<Seat> holder,
        Optional<String> closed,
        SortedMap<String, Object> fields,
        SortedMap<String, String> parties,
        SortedMap<String, Integer> counts,
        SortedMap<String, Integer> did,
        SortedSet<String> marks,
        SortedSet<String> rings,
        List<ClockRun> clocks,
        Optional<Long> took,
        OrderLinks kin,
        List<PerformedAction> deeds,
        List<Seat> readers,
        SortedSet<String> left) {

    public static final String UNRAISED = "";

    /** Reads the stored JSON too, which leaves out empty collections. */
    @SuppressWarnings("NullAway")
    public Order {
        fields = OrderLinks.orElse(fields, new TreeMap<>());
        parties = OrderLinks.orElse(parties, new TreeMap<>());
        counts = OrderLinks.orElse(counts, new TreeMap<>());
        did = OrderLinks.orElse(did, new TreeMap<>());
        marks = OrderLinks.orElse(marks, new TreeSet<>());
        rings = OrderLinks.orElse(rings, new TreeSet<>());
        clocks = OrderLinks.orElse(clocks, List.of());
        kin = OrderLinks.orElse(kin, OrderLinks.NONE);
        deeds = OrderLinks.orElse(deeds, List.of());
        readers = OrderLinks.orElse(readers, List.of());
        left = OrderLinks.orElse(left, new TreeSet<>());
    }

    /** The state before the first event. */
    public static Order unraised(long id, String method, int version) {
        return new Order(
                id,
                method,
                version,
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                UNRAISED,
                UNRAISED,
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                List.of(),
                Optional.empty(),
                OrderLinks.NONE,
                List.of(),
                List.of(),
                new TreeSet<>());
    }

    /** Applies all events, in order, to an order that is not raised yet. */
    public static Order fold(long id, String method, int version, Collection<Event> events) {
        var order = unraised(id, method, version);
        for (var event : events) {
            order = order.after(event);
        }
        return order;
    }

    /**
     * The state after this event.
     *
     * @throws IllegalArgumentException if the event is not the next one, or is earlier than the last change
     */
    public Order after(Event event) {
        return new EventFold(this).after(event);
    }

    public boolean open() {
        return closed.isEmpty();
    }

    /** Every unit that is or was a party. */
    public SortedSet<String> units() {
        var units = new TreeSet<>(left);
        units.addAll(parties.values());
        return units;
    }

    /** True if a clock of this order was ever breached. */
    public boolean late() {
        return clocks.stream().anyMatch(run -> run.breachedAt().isPresent());
    }

    public boolean marked(String mark) {
        return marks.contains(mark);
    }

    public String text(String field) {
        return fields.get(field) instanceof String value ? value : "";
    }

    /** The value of a field as a list of texts; empty if the field has no value. */
    public static List<String> several(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : Optional.ofNullable(value).map(Object::toString).stream().toList();
    }

    /** The latest run of a clock. */
    public Optional<ClockRun> clock(String name) {
        return clocks.stream().filter(run -> run.clock().equals(name)).reduce((earlier, later) -> later);
    }

    public List<ClockRun> running() {
        return clocks.stream().filter(ClockRun::running).toList();
    }

    /** The earliest deadline of the clocks that run and are not paused. */
    public Optional<Instant> dueAt() {
        return running().stream()
                .filter(run -> !run.paused())
                .map(ClockRun::dueAt)
                .min(Instant::compareTo);
    }

    /** When the next alarm of any clock is due. */
    public Optional<Instant> alarmAt() {
        return running().stream().flatMap(run -> run.alarmAt().stream()).min(Instant::compareTo);
    }

    static <V> SortedMap<String, V> copy(Map<String, V> values) {
        return new TreeMap<>(values);
    }
}
