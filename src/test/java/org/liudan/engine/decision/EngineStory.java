package org.liudan.engine.decision;

import static org.liudan.engine.decision.Village.CLERK;
import static org.liudan.engine.decision.Village.COMMUNITY;
import static org.liudan.engine.decision.Village.DEPARTMENT;
import static org.liudan.engine.decision.Village.DISPATCHER;
import static org.liudan.engine.decision.Village.RESIDENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.liudan.calendar.Holidays;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.rulebook.SixOrders;
import org.liudan.testing.SettableClock;

/** One order of the six-order method in memory, told action by action. Local times are those of Shanghai. */
final class EngineStory {

    static final Method METHOD = SixOrders.method().as(1);

    final List<Event> events = new ArrayList<>();
    Order order = Order.unraised(1, METHOD.id(), 1);
    OrganisationLookup offices = Village.usual();
    WorkingCalendar calendar = Holidays.published();
    Instant now = Instant.EPOCH;
    private long next = 2;

    /** Raised in the community at this time. */
    static EngineStory raised(String at) {
        return new EngineStory().does(at, RESIDENT, "raise", "content", "路灯坏了", "region", COMMUNITY);
    }

    /** Raised, reported, signed for and dispatched to the department at this time. */
    static EngineStory dispatched(String at) {
        return raised(at)
                .does(at, CLERK, "report", "reasonable", "urgent", "category", "road")
                .does(at, DISPATCHER, "sign")
                .does(at, DISPATCHER, "dispatch", "department", DEPARTMENT);
    }

    DecisionContext setting() {
        return new DecisionContext(now, calendar, offices, UnaryOperator.identity(), new NoOtherOrders(() -> next++));
    }

    /** An action that succeeds; before it, everything that has fallen due by then happens. */
    EngineStory does(String at, Actor who, String action, String... answers) {
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
        return new Decider(METHOD, order, setting()).decide(new Attempt(action, who, Map.copyOf(filled)));
    }

    /** Why an action that is tried is refused, in Chinese. */
    List<String> refusal(String at, Actor who, String action, String... answers) {
        return tries(at, who, action, answers) instanceof Decision.Refused refused
                ? refused.reasons().stream()
                        .map(reason -> reason.key().equals("reason.guard")
                                ? ((LocalizedText) reason.args().get(0)).zh()
                                : reason.key())
                        .toList()
                : List.of();
    }

    /** Time passes; the program does what falls due. */
    EngineStory rings(String at) {
        now = SettableClock.at(at);
        if (order.events() > 0) {
            add(Alarms.due(METHOD, order, setting()));
        }
        return this;
    }

    EngineStory redates(WorkingCalendar changed) {
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

    private EngineStory add(Decision.Moved moved) {
        events.addAll(moved.events());
        order = moved.order();
        return this;
    }
}
