package org.liudan.engine;

import static org.liudan.engine.Village.CLERK;
import static org.liudan.engine.Village.COMMUNITY;
import static org.liudan.engine.Village.DEPARTMENT;
import static org.liudan.engine.Village.DISPATCHER;
import static org.liudan.engine.Village.RESIDENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.liudan.calendar.Holidays;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.rulebook.SixOrders;
import org.liudan.testing.SettableClock;

/** One order of the six-order method in memory, told action by action. Local times are those of Shanghai. */
final class Story {

    static final Method METHOD = SixOrders.method().as(1);

    final List<Event> events = new ArrayList<>();
    Order order = Order.unraised(1, METHOD.id(), 1);
    Offices offices = Village.usual();
    WorkingCalendar calendar = Holidays.published();
    Instant now = Instant.EPOCH;
    private long next = 2;

    /** Raised in the community at this time. */
    static Story raised(String at) {
        return new Story().does(at, RESIDENT, "raise", "content", "路灯坏了", "region", COMMUNITY);
    }

    /** Raised, reported, signed for and dispatched to the department at this time. */
    static Story dispatched(String at) {
        return raised(at)
                .does(at, CLERK, "report", "reasonable", "urgent", "category", "road")
                .does(at, DISPATCHER, "sign")
                .does(at, DISPATCHER, "dispatch", "department", DEPARTMENT);
    }

    Setting setting() {
        return new Setting(now, calendar, offices, UnaryOperator.identity(), new NoFellows(() -> next++));
    }

    /** An action that succeeds; before it, everything that has fallen due by then happens. */
    Story does(String at, Actor who, String action, String... answers) {
        var decision = tries(at, who, action, answers);
        if (decision instanceof Decision.Refused refused) {
            throw new AssertionError(action + " at " + order.step() + " was refused: " + refused.reasons());
        }
        return add((Decision.Moved) decision);
    }

    /** An action that is only tried; before it, everything that has fallen due by then happens. */
    Decision tries(String at, Actor who, String action, String... answers) {
        rings(at);
        var filled = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            filled.put(answers[i], answers[i + 1]);
        }
        return new Deciding(METHOD, order, setting()).decide(new Attempt(action, who, Map.copyOf(filled)));
    }

    /** Why an action that is tried is refused, in Chinese. */
    List<String> refusal(String at, Actor who, String action, String... answers) {
        return tries(at, who, action, answers) instanceof Decision.Refused refused
                ? refused.reasons().stream()
                        .map(reason -> reason.key().equals("reason.guard")
                                ? ((Words) reason.args().get(0)).zh()
                                : reason.key())
                        .toList()
                : List.of();
    }

    /** Time passes; the program does what falls due. */
    Story rings(String at) {
        now = SettableClock.at(at);
        if (order.events() > 0) {
            add(Alarms.due(METHOD, order, setting()));
        }
        return this;
    }

    Story redates(WorkingCalendar changed) {
        calendar = changed;
        return add(Alarms.redated(METHOD, order, setting()));
    }

    ClockRun clock(String name) {
        return order.clock(name).orElseThrow();
    }

    /** How often something happened. */
    long count(String action) {
        return events.stream().filter(event -> event.action().equals(action)).count();
    }

    /** Who was told when something last happened. */
    List<Seat> toldOf(String action) {
        return events.stream().filter(event -> event.action().equals(action)).reduce((earlier, later) -> later).stream()
                .flatMap(event -> event.changes().stream())
                .filter(Change.Told.class::isInstance)
                .map(change -> ((Change.Told) change).seat())
                .toList();
    }

    private Story add(Decision.Moved moved) {
        events.addAll(moved.events());
        order = moved.order();
        return this;
    }
}
