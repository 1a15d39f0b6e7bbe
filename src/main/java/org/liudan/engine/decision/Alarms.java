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
import org.liudan.engine.order.Change.ClockTransition;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;

/**
 * What the program does when time passes: it warns, breaches and escalates clocks, and takes the actions that clocks
 * name. Each alarm is processed exactly once, even if late, and each is an event of its own.
 */
public final class Alarms {

    public static final String WARNED = "clock-warned";
    public static final String BREACHED = "clock-breached";
    public static final String ESCALATED = "clock-escalated";
    public static final String REDATED = "clock-redated";

    private final Method method;
    private final DecisionContext context;
    private final List<Event> events = new ArrayList<>();
    private final Set<String> expiredClocks = new HashSet<>();
    private Order order;

    private Alarms(Method method, Order order, DecisionContext context) {
        this.method = method;
        this.order = order;
        this.context = context;
    }

    /** Processes every alarm that is due now, in the order of their due times. */
    public static Decision.Moved due(Method method, Order order, DecisionContext context) {
        var alarms = new Alarms(method, order, context);
        // the calendar may have changed since the deadlines were computed
        alarms.redate();
        while (alarms.processNext()) {
            // ends because each alarm changes the state of its clock
        }
        return new Decision.Moved(List.copyOf(alarms.events), alarms.order);
    }

    /** Computes the deadlines of running clocks again, after a change of the calendar. */
    public static Decision.Moved redated(Method method, Order order, DecisionContext context) {
        var alarms = new Alarms(method, order, context);
        alarms.redate();
        return new Decision.Moved(List.copyOf(alarms.events), alarms.order);
    }

    private void redate() {
        var changes = order.running().stream()
                .map(run -> new ClockRun[] {
                    run, run.redated(method.clock(run.clock()).alarms(), context.calendar())
                })
                .filter(pair -> !pair[0].equals(pair[1]))
                .<Change>map(pair -> new Change.Ticked(ClockTransition.REDATED, pair[1]))
                .toList();
        if (!changes.isEmpty()) {
            addEvent(REDATED, changes);
        }
    }

    private boolean processNext() {
        var next = order.running().stream()
                .filter(run -> run.alarmAt().isPresent())
                .min(Comparator.comparing(run -> run.alarmAt().orElseThrow()))
                .filter(run -> !run.alarmAt().orElseThrow().isAfter(context.now()));
        next.ifPresent(this::process);
        return next.isPresent();
    }

    private void process(ClockRun run) {
        var rule = method.clock(run.clock());
        if (run.breachedAt().isPresent()) {
            escalate(run, rule);
        } else if (run.dueAt().isAfter(context.now())
                || run.warnedAt().isEmpty() && run.warnAt().isBefore(run.dueAt())) {
            addEvent(
                    WARNED,
                    List.of(
                            new Change.Ticked(ClockTransition.WARNED, run.warned(context.now())),
                            notified(responsible(run))));
        } else if (rule.then().filter(action -> takeExpiryAction(run, action)).isEmpty()) {
            var changes = new ArrayList<Change>();
            changes.add(new Change.Ticked(
                    ClockTransition.BREACHED, run.breached(context.now(), rule.alarms(), context.calendar())));
            changes.add(notified(responsible(run)));
            if (!order.late()) {
                order.kin().reportToParent(Optional.empty(), true).ifPresent(changes::add);
            }
            addEvent(BREACHED, changes);
        }
    }

    private void escalate(ClockRun run, ClockRule rule) {
        var escalation = rule.escalation(run.escalated());
        addEvent(
                ESCALATED,
                List.of(
                        new Change.Ticked(
                                ClockTransition.ESCALATED,
                                run.escalated(context.now(), rule.alarms(), context.calendar())),
                        notified(parties().seat(escalation.to()))));
        escalation.then().ifPresent(this::takeAction);
    }

    /**
     * Takes the action that the clock names. Returns false if the clock still runs afterwards; then the deadline is a
     * breach. Also returns false if the action was already taken in this pass, to avoid an endless loop.
     */
    private boolean takeExpiryAction(ClockRun run, String action) {
        if (expiredClocks.add(run.clock())
                && decide(action) instanceof Decision.Moved moved
                && !moved.order().running().contains(run)) {
            moved.events().forEach(this::add);
            return true;
        }
        return false;
    }

    private void takeAction(String action) {
        if (decide(action) instanceof Decision.Moved moved) {
            moved.events().forEach(this::add);
        }
    }

    private Decision decide(String action) {
        return new Decider(method, order, context).decide(new Attempt(action, new Actor.Machine(), Map.of()));
    }

    /** The seat that is responsible for a clock. It may differ from the holder of the order. */
    private Optional<Seat> responsible(ClockRun run) {
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
        return new PartyResolver(method, order, Map.of(), context.organisation());
    }

    /** Notifies the seat, or the holder if no seat was found, so that no alarm is lost. */
    private Change notified(Optional<Seat> seat) {
        return new Change.Told(
                seat.or(order::holder).orElseThrow(() -> new IllegalStateException("An open order has a holder")));
    }

    private void addEvent(String action, List<Change> changes) {
        add(new Event(order.events() + 1, action, new Actor.Machine(), context.now(), Map.of(), List.copyOf(changes)));
    }

    private void add(Event event) {
        events.add(event);
        order = order.after(event);
    }
}
