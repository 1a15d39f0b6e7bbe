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
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;

/** The six linked rings of an order: which are done, which holds it now, who had it and how long. */
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
     * @param units who held the order there, codes in the order they did
     * @param took working time spent there so far
     */
    public record Link(String ring, LocalizedText name, State state, Set<String> units, Duration duration) {}

    /**
     * The chain of an order with all its events.
     *
     * @param late true when a clock that the reader knows of has run out
     */
    static Chain of(
            Method method, Order order, List<Event> events, Instant now, WorkingCalendar calendar, boolean late) {
        var links = new ArrayList<Link>();
        int reached = List.copyOf(method.rings().keySet()).indexOf(order.ring());
        int at = 0;
        for (var ring : method.rings().values()) {
            var stays = stays(ring.id(), events, order.open() ? now : order.changedAt(), calendar);
            links.add(new Link(
                    ring.id(), ring.name(), state(ring.id(), at++, reached, order, late), stays.units(), stays.duration()));
        }
        return new Chain(links);
    }

    /** The chain as a list knows it: where the order stands, and no more. */
    public static Chain of(Method method, String ring, boolean open, boolean late, boolean supervised) {
        var rings = List.copyOf(method.rings().values());
        int reached = rings.indexOf(method.rings().get(ring));
        var links = new ArrayList<Link>();
        for (int at = 0; at < rings.size(); at++) {
            var one = rings.get(at);
            var state = at == reached && open
                    ? late ? State.LATE : State.NOW
                    : at > reached
                            ? State.WAITING
                            : one.id().equals("supervise") && !supervised ? State.SKIPPED : State.DONE;
            links.add(new Link(one.id(), one.name(), state, Set.of(), Duration.ZERO));
        }
        return new Chain(links);
    }

    private static State state(String ring, int at, int reached, Order order, boolean late) {
        if (ring.equals(order.ring()) && order.open()) {
            return late ? State.LATE : State.NOW;
        }
        if (order.rings().contains(ring)) {
            return State.DONE;
        }
        return at < reached ? State.SKIPPED : State.WAITING;
    }

    private record Stays(Set<String> units, Duration duration) {}

    private static Stays stays(String ring, List<Event> events, Instant end, WorkingCalendar calendar) {
        var units = new LinkedHashSet<String>();
        var took = Duration.ZERO;
        var here = "";
        var holder = "";
        Instant since = null;
        for (var event : events) {
            for (var change : event.changes()) {
                if (change instanceof Change.Arrived arrived) {
                    if (since != null && here.equals(ring) && !arrived.ring().equals(ring)) {
                        took = took.plus(calendar.workingTimeBetween(since, event.at()));
                        since = null;
                    }
                    here = arrived.ring();
                    since = since == null && here.equals(ring) ? event.at() : since;
                    holder = arrived.closed().isPresent() ? "" : holder;
                } else if (change instanceof Change.Held held) {
                    holder = held.seat().unit();
                } else if (change instanceof Change.Lit lit
                        && lit.ring().equals(ring)
                        && event.by() instanceof org.liudan.engine.order.Actor.Officer officer) {
                    units.add(officer.unit());
                }
            }
            // who held it before may go on holding it in the next ring
            if (here.equals(ring) && !holder.isEmpty()) {
                units.add(holder);
            }
        }
        if (since != null && here.equals(ring)) {
            took = took.plus(calendar.workingTimeBetween(since, end));
        }
        return new Stays(units, took);
    }
}
