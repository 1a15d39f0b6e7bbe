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

/** One order of the six-order method in memory, changed action by action. Times are local times of Shanghai. */
final class EngineStory {

    static final Method METHOD = SixOrders.method().as(1);

    final List<Event> events = new ArrayList<>();
    Order order = Order.unraised(1, METHOD.id(), 1);
    OrganisationLookup organisation = Village.usual();
    WorkingCalendar calendar = Holidays.published();
    Instant now = Instant.EPOCH;
    private long nextId = 2;

    /** An order raised in the community at this time. */
    static EngineStory raised(String at) {
        return new EngineStory().take(at, RESIDENT, "raise", "content", "路灯坏了", "region", COMMUNITY);
    }

    /** An order raised, reported, signed for and dispatched to the department at this time. */
    static EngineStory dispatched(String at) {
        return raised(at)
                .take(at, CLERK, "report", "reasonable", "urgent", "category", "road")
                .take(at, DISPATCHER, "sign")
                .take(at, DISPATCHER, "dispatch", "department", DEPARTMENT);
    }

    DecisionContext context() {
        return new DecisionContext(
                now, calendar, organisation, UnaryOperator.identity(), new NoOtherOrders(() -> nextId++));
    }

    /** Takes an action, which must be accepted. Clocks that are due by then are processed first. */
    EngineStory take(String at, Actor who, String action, String... answers) {
        var decision = attempt(at, who, action, answers);
        if (decision instanceof Decision.Refused refused) {
            throw new AssertionError(action + " at " + order.step() + " was refused: " + refused.reasons());
        }
        return add((Decision.Moved) decision);
    }

    /** Decides an action without applying it. Clocks that are due by then are processed first. */
    Decision attempt(String at, Actor who, String action, String... answers) {
        advanceTo(at);
        var values = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            values.put(answers[i], answers[i + 1]);
        }
        return new Decider(METHOD, order, context()).decide(new Attempt(action, who, Map.copyOf(values)));
    }

    /** The reasons why an action is refused, in Chinese or as message keys; empty if it is accepted. */
    List<String> refusal(String at, Actor who, String action, String... answers) {
        return attempt(at, who, action, answers) instanceof Decision.Refused refused
                ? refused.reasons().stream()
                        .map(reason -> reason.key().equals("reason.guard")
                                ? ((LocalizedText) reason.args().get(0)).zh()
                                : reason.key())
                        .toList()
                : List.of();
    }

    /** Sets the time and processes the clocks that are due. */
    EngineStory advanceTo(String at) {
        now = SettableClock.at(at);
        if (order.events() > 0) {
            add(Alarms.due(METHOD, order, context()));
        }
        return this;
    }

    EngineStory changeCalendar(WorkingCalendar newCalendar) {
        calendar = newCalendar;
        return add(Alarms.redated(METHOD, order, context()));
    }

    ClockRun clock(String name) {
        return order.clock(name).orElseThrow();
    }

    /** How many events of this action there are. */
    long count(String action) {
        return events.stream().filter(event -> event.action().equals(action)).count();
    }

    /** The seats that the last event of this action notified. */
    List<Seat> notifiedBy(String action) {
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
