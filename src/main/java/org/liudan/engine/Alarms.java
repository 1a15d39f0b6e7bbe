package org.liudan.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.Change.Tick;

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
    private final Setting setting;
    private final List<Event> events = new ArrayList<>();
    private Order order;

    private Alarms(Method method, Order order, Setting setting) {
        this.method = method;
        this.order = order;
        this.setting = setting;
    }

    /** Everything that is due by now, in the order in which it fell due. */
    public static Decision.Moved due(Method method, Order order, Setting setting) {
        var alarms = new Alarms(method, order, setting);
        while (alarms.ringNext()) {
            // each alarm moves its clock on, so that this ends
        }
        return new Decision.Moved(List.copyOf(alarms.events), alarms.order);
    }

    /** New deadlines for running clocks where the calendar now says otherwise. */
    public static Decision.Moved redated(Method method, Order order, Setting setting) {
        var alarms = new Alarms(method, order, setting);
        var changes = order.running().stream()
                .map(run -> new ClockRun[] {run, run.dated(method.clock(run.clock()), setting.calendar())})
                .filter(pair -> !pair[0].equals(pair[1]))
                .<Change>map(pair -> new Change.Ticked(Tick.REDATED, pair[1]))
                .toList();
        if (!changes.isEmpty()) {
            alarms.happen(REDATED, changes);
        }
        return new Decision.Moved(List.copyOf(alarms.events), alarms.order);
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
            happen(WARNED, List.of(new Change.Ticked(Tick.WARNED, run.warned(setting.now())), told(holder(run))));
        } else if (rule.then().isPresent()) {
            act(rule.then().get());
        } else {
            happen(
                    BREACHED,
                    List.of(
                            new Change.Ticked(Tick.BREACHED, run.breached(setting.now(), rule, setting.calendar())),
                            told(holder(run))));
        }
    }

    private void escalate(ClockRun run, ClockRule rule) {
        var to = rule.escalations().get(run.escalated()).to();
        var changes = new ArrayList<Change>();
        changes.add(new Change.Ticked(Tick.ESCALATED, run.escalated(rule, setting.calendar())));
        changes.add(told(new Parties(method, order, Map.of(), setting.offices()).seat(to)));
        happen(ESCALATED, changes);
    }

    private void act(String action) {
        var decision = new Deciding(method, order, setting).decide(new Attempt(action, new Actor.Machine(), Map.of()));
        if (decision instanceof Decision.Refused refused) {
            throw new IllegalStateException(
                    "Order " + order.id() + ": the clock's action " + action + " was refused: " + refused.reasons());
        }
        ((Decision.Moved) decision).events().forEach(this::add);
    }

    private Optional<Seat> holder(ClockRun run) {
        return order.holder().filter(seat -> seat.unit().equals(run.unit())).or(order::holder);
    }

    private static Change told(Optional<Seat> seat) {
        return new Change.Told(seat.orElseThrow(() -> new IllegalStateException("An open order has a holder")));
    }

    private void happen(String what, List<Change> changes) {
        add(new Event(order.events() + 1, what, new Actor.Machine(), setting.now(), Map.of(), List.copyOf(changes)));
    }

    private void add(Event event) {
        events.add(event);
        order = order.after(event);
    }
}
