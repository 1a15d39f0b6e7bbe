package org.liudan.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.liudan.engine.Actor;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.engine.Setting;
import org.liudan.people.Directories;
import org.liudan.people.Directory;
import org.liudan.people.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.settings.Calendars;
import org.springframework.stereotype.Component;

/** What decisions about orders rest on: the rules, the offices, the calendar, the other orders and the time. */
@Component
record World(
        Rulebook rulebook,
        Directories directories,
        Calendars calendars,
        OrderIds ids,
        VisibleOrders visible,
        Concerns concerns,
        Seals seals,
        Clock clock) {

    /** The same world at another time. */
    World at(Clock other) {
        return new World(rulebook, directories, calendars, ids, visible, concerns, seals, other);
    }

    int district() {
        return directories.district();
    }

    Directory directory() {
        return directories.current();
    }

    /** The version of a method by which orders are raised now. */
    Method inForce(String method) {
        return rulebook.current(district(), method);
    }

    /** The version of the method that an order is handled by. */
    Method methodOf(Order order) {
        return rulebook.version(district(), order.method(), order.version());
    }

    /** The world as it is now for an order and whoever acts on it: its time never runs backwards. */
    Setting setting(Order order, Actor by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Setting(
                later(now, order.changedAt()),
                calendars.current(),
                directory(),
                seals::seal,
                new OtherOrders(ids, visible, concerns, by));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
