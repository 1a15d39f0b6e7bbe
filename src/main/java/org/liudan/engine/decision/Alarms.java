package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liudan.engine.method.ClockRule;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Change.Tick;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/**
 * What the program does by itself when time passes: warns, breaches, escalates, takes the action that a clock names.
 * Each happens once, late if need be, and each is an event of its own.
 */
public final class Alarms {

    public static final String WARNED = "clock-warned";
    public static final String BREACHED = "clock-breached";
    public static final String ESCALATED = "clock-escalated";
    public static final String REDATED = "clock-redated";

    private final Method method;
    private final DecisionContext setting;
    private final List<Event> events = new ArrayList<>();
    private final Set<String> acted = new HashSet<>();
    private Order order;

    private Alarms(Method method, Order order, DecisionContext setting) {
        this.method = method;
        this.order = order;
        this.setting = setting;
    }

    /** Everything that is due by now, in the order in which it fell due. */
    public static Decision.Moved due(Method method, Order order, DecisionContext setting) {
        var alarms = new Alarms(method, order, setting);
        // a deadline that another calendar has moved must not be missed by the old one
        alarms.redate();
        while (alarms.ringNext()) {
            // each alarm moves its clock on, so that this ends
        }
        return new Decision.Moved(List.copyOf(alarms.events), alarms.order);
    }

    /** New deadlines for running clocks where the calendar now says otherwise. */
    public static Decision.Moved redated(Method method, Order order, DecisionContext setting) {
        var alarms = new Alarms(method, order, setting);
        alarms.redate();
        return new Decision.Moved(List.copyOf(alarms.events), alarms.order);
    }

    private void redate() {
        var changes = order.running().stream()
                .map(run -> new ClockRun[] {
                    run, run.redated(method.clock(run.clock()).alarms(), setting.calendar())
                })
                .filter(pair -> !pair[0].equals(pair[1]))
                .<Change>map(pair -> new Change.Ticked(Tick.REDATED, pair[1]))
                .toList();
        if (!changes.isEmpty()) {
            happen(REDATED, changes);
        }
    }

    private boolean ringNext() {
        var next = order.running().stream()
                .filter(run -> run.alarmAt().isPresent())
                .min(Comparator.comparing(run -> run.alarmAt().orElseThrow()))
                .filter(run -> !run.alarmAt().orElseThrow().isAfter(setting.now()));
        next.ifPresent(this::ring);
        return next.isPresent();
    }

    private void ring(ClockRun run) {
        var rule = method.clock(run.clock());
        if (run.breachedAt().isPresent()) {
            escalate(run, rule);
        } else if (run.dueAt().isAfter(setting.now())
                || run.warnedAt().isEmpty() && run.warnAt().isBefore(run.dueAt())) {
            happen(WARNED, List.of(new Change.Ticked(Tick.WARNED, run.warned(setting.now())), told(answerable(run))));
        } else if (rule.then().filter(action -> acted(run, action)).isEmpty()) {
            var changes = new ArrayList<Change>();
            changes.add(
                    new Change.Ticked(Tick.BREACHED, run.breached(setting.now(), rule.alarms(), setting.calendar())));
            changes.add(told(answerable(run)));
            if (!order.late()) {
                order.kin().news(Optional.empty(), true).ifPresent(changes::add);
            }
            happen(BREACHED, changes);
        }
    }

    private void escalate(ClockRun run, ClockRule rule) {
        var escalation = rule.escalation(run.escalated());
        happen(
                ESCALATED,
                List.of(
                        new Change.Ticked(
                                Tick.ESCALATED, run.escalated(setting.now(), rule.alarms(), setting.calendar())),
                        told(parties().seat(escalation.to()))));
        escalation.then().ifPresent(this::act);
    }

    /**
     * Takes the action that the clock names. Answers false if the clock is still there, so that its end is a breach; also
     * when the action was taken a moment ago and the clock has run out anew, which would go on for ever.
     */
    private boolean acted(ClockRun run, String action) {
        if (acted.add(run.clock())
                && decide(action) instanceof Decision.Moved moved
                && !moved.order().running().contains(run)) {
            moved.events().forEach(this::add);
            return true;
        }
        return false;
    }

    private void act(String action) {
        if (decide(action) instanceof Decision.Moved moved) {
            moved.events().forEach(this::add);
        }
    }

    private Decision decide(String action) {
        return new Decider(method, order, setting).decide(new Attempt(action, new Actor.Machine(), Map.of()));
    }

    /** The seat that answers for a clock, which may run while somebody else holds the order. */
    private Optional<Seat> answerable(ClockRun run) {
        return Stream.concat(
                        order.holder().stream(),
                        method.steps().values().stream()
                                .filter(step -> step.starts().contains(run.clock()))
                                .flatMap(step -> step.holder().stream())
                                .flatMap(role -> parties().seat(role).stream()))
                .filter(seat -> seat.unit().equals(run.unit()))
                .findFirst();
    }

    private PartyResolver parties() {
        return new PartyResolver(method, order, Map.of(), setting.offices());
    }

    /** Where nobody is found it is the holder who is told, so that nothing is passed over in silence. */
    private Change told(Optional<Seat> seat) {
        return new Change.Told(
                seat.or(order::holder).orElseThrow(() -> new IllegalStateException("An open order has a holder")));
    }

    private void happen(String what, List<Change> changes) {
        add(new Event(order.events() + 1, what, new Actor.Machine(), setting.now(), Map.of(), List.copyOf(changes)));
    }

    private void add(Event event) {
        events.add(event);
        order = order.after(event);
    }
}
