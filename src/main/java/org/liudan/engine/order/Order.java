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
 * One matter, as its events have made it. Two orders with the same events are equal.
 *
 * @param events how many events have happened
 * @param step where it stands; {@link #UNRAISED} before the first event
 * @param closed how it ended, once it has
 * @param parties the unit that plays each part
 * @param did how often each action was taken
 * @param rings the links of the chain lit so far
 * @param clocks every run of every clock, in the order they started
 * @param took working minutes from raising to closing, once closed
 * @param kin how it belongs to other orders
 * @param deeds who did what, where a rule asks for other eyes later
 * @param readers the only posts that may read it; everybody whose post sees such orders when there are none
 * @param left units that once played a part and play none now
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

    /** Reads what was kept, where nothing stands for empty. */
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

    /** An order about to be raised. */
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

    public static Order fold(long id, String method, int version, Collection<Event> events) {
        var order = unraised(id, method, version);
        for (var event : events) {
            order = order.after(event);
        }
        return order;
    }

    /** This order once the event has happened. */
    public Order after(Event event) {
        return new EventFold(this).after(event);
    }

    public boolean open() {
        return closed.isEmpty();
    }

    /** Every unit that has or had a part in it. */
    public SortedSet<String> units() {
        var units = new TreeSet<>(left);
        units.addAll(parties.values());
        return units;
    }

    /** Late now or once. */
    public boolean late() {
        return clocks.stream().anyMatch(run -> run.breachedAt().isPresent());
    }

    public boolean marked(String mark) {
        return marks.contains(mark);
    }

    public String text(String field) {
        return fields.get(field) instanceof String value ? value : "";
    }

    /** What a field names as texts, one or several; none where it holds nothing. */
    public static List<String> several(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(Object::toString).toList()
                : Optional.ofNullable(value).map(Object::toString).stream().toList();
    }

    /** The latest run of a clock. */
    public Optional<ClockRun> clock(String name) {
        return clocks.stream().filter(run -> run.clock().equals(name)).reduce((earlier, later) -> later);
    }

    public List<ClockRun> running() {
        return clocks.stream().filter(ClockRun::running).toList();
    }

    /** The deadline that comes first, of the clocks that move. */
    public Optional<Instant> dueAt() {
        return running().stream()
                .filter(run -> !run.paused())
                .map(ClockRun::dueAt)
                .min(Instant::compareTo);
    }

    /** When some clock wants attention next. */
    public Optional<Instant> alarmAt() {
        return running().stream().flatMap(run -> run.alarmAt().stream()).min(Instant::compareTo);
    }

    static <V> SortedMap<String, V> copy(Map<String, V> values) {
        return new TreeMap<>(values);
    }
}
