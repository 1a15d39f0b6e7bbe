package org.liudan.orders.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.store.OrderIds;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Directory;
import org.liudan.privacy.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.springframework.stereotype.Component;

/** What decisions about orders rest on: the rules, the offices, the calendar, the other orders and the time. */
@Component
public record DecisionContexts(
        Rulebook rulebook,
        Directories directories,
        Calendars calendars,
        OrderIds ids,
        VisibleOrders visibleOrders,
        SubjectOrders subjectOrders,
        Seals seals,
        Clock clock) {

    /** The same world at another time. */
    DecisionContexts withClock(Clock other) {
        return new DecisionContexts(rulebook, directories, calendars, ids, visibleOrders, subjectOrders, seals, other);
    }

    public int district() {
        return directories.district();
    }

    public Directory directory() {
        return directories.current();
    }

    /** The version of a method by which orders are raised now. */
    Method inForce(String method) {
        return rulebook.current(district(), method);
    }

    /** The version of the method that an order is handled by. */
    public Method methodOf(Order order) {
        return rulebook.version(district(), order.method(), order.version());
    }

    /** The world as it is now for an order and whoever acts on it: its time never runs backwards. */
    public DecisionContext setting(Order order, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new DecisionContext(
                later(now, order.changedAt()),
                calendars.current(),
                directory(),
                seals::seal,
                new VisibleOrderLookup(ids, visibleOrders, subjectOrders, by));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
