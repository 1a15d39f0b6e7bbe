package org.liudan.orders.wording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;

/** The six rings of an order: which are done, which has it now, which units held it and for how long. */
public record Chain(List<Link> links) {

    /** How a ring is drawn. */
    public enum State {
        WAITING,
        NOW,
        LATE,
        DONE,
        SKIPPED
    }

    /**
     * One ring.
     *
     * @param units the codes of the units that held the order there, in the order in which they held it
     * @param duration working time spent there so far
     */
    public record Link(String ring, LocalizedText name, State state, Set<String> units, Duration duration) {}

    /**
     * The chain of an order with all its events.
     *
     * @param late true if a clock that the reader may see is overdue
     */
    static Chain of(
            Method method, Order order, List<Event> events, Instant now, WorkingCalendar calendar, boolean late) {
        var links = new ArrayList<Link>();
        int reached = List.copyOf(method.rings().keySet()).indexOf(order.ring());
        int index = 0;
        for (var ring : method.rings().values()) {
            var stays = stays(ring.id(), events, order.open() ? now : order.changedAt(), calendar);
            links.add(new Link(
                    ring.id(),
                    ring.name(),
                    state(ring.id(), index++, reached, order, late),
                    stays.units(),
                    stays.duration()));
        }
        return new Chain(links);
    }

    /** The chain in a list: only the ring that has the order. */
    public static Chain of(Method method, String currentRing, boolean open, boolean late, boolean supervised) {
        var rings = List.copyOf(method.rings().values());
        int reached = rings.indexOf(method.rings().get(currentRing));
        var links = new ArrayList<Link>();
        for (int i = 0; i < rings.size(); i++) {
            var ring = rings.get(i);
            var state = i == reached && open
                    ? late ? State.LATE : State.NOW
                    : i > reached
                            ? State.WAITING
                            : ring.id().equals("supervise") && !supervised ? State.SKIPPED : State.DONE;
            links.add(new Link(ring.id(), ring.name(), state, Set.of(), Duration.ZERO));
        }
        return new Chain(links);
    }

    private static State state(String ring, int index, int reached, Order order, boolean late) {
        if (ring.equals(order.ring()) && order.open()) {
            return late ? State.LATE : State.NOW;
        }
        if (order.rings().contains(ring)) {
            return State.DONE;
        }
        return index < reached ? State.SKIPPED : State.WAITING;
    }

    /** Which units held the order in one ring, and the working time there. */
    private record Stays(Set<String> units, Duration duration) {}

    private static Stays stays(String ring, List<Event> events, Instant end, WorkingCalendar calendar) {
        var units = new LinkedHashSet<String>();
        var duration = Duration.ZERO;
        var currentRing = "";
        var holder = "";
        Instant since = null;
        for (var event : events) {
            for (var change : event.changes()) {
                if (change instanceof Change.Arrived arrived) {
                    if (since != null
                            && currentRing.equals(ring)
                            && !arrived.ring().equals(ring)) {
                        duration = duration.plus(calendar.workingTimeBetween(since, event.at()));
                        since = null;
                    }
                    currentRing = arrived.ring();
                    since = since == null && currentRing.equals(ring) ? event.at() : since;
                    holder = arrived.closed().isPresent() ? "" : holder;
                } else if (change instanceof Change.Held held) {
                    holder = held.seat().unit();
                } else if (change instanceof Change.Lit lit
                        && lit.ring().equals(ring)
                        && event.by() instanceof Actor.Officer officer) {
                    units.add(officer.unit());
                }
            }
            // the holder may stay the same in the next ring
            if (currentRing.equals(ring) && !holder.isEmpty()) {
                units.add(holder);
            }
        }
        if (since != null && currentRing.equals(ring)) {
            duration = duration.plus(calendar.workingTimeBetween(since, end));
        }
        return new Stays(units, duration);
    }
}
