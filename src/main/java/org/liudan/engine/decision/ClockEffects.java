package org.liudan.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liudan.calendar.Limit;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Step;
import org.liudan.engine.method.Term;
import org.liudan.engine.order.AlarmPlan;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Change.ClockTransition;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/** The effects of one action on the clocks of an order. */
final class ClockEffects {

    private final Method method;
    private final Order order;
    private final DecisionContext context;
    private final Step step;
    private final Map<String, Object> fields;
    private final Map<String, ClockRun> running = new LinkedHashMap<>();
    private final Map<String, Integer> runs = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    ClockEffects(Method method, Order order, DecisionContext context, Step step, Map<String, Object> fields) {
        this.method = method;
        this.order = order;
        this.context = context;
        this.step = step;
        this.fields = fields;
        order.clocks().forEach(run -> runs.merge(run.clock(), 1, Integer::sum));
        order.running().forEach(run -> running.put(run.clock(), run));
    }

    /**
     * The order arrives at the step. Clocks that the step doesn't name stop; the others continue, pause or start. If the
     * order moves to another unit, a clock that the step starts ends for the old unit and starts again for the new one.
     *
     * @param unit the new holder's unit
     * @param renewed clocks that the action itself starts again
     */
    void arrive(String unit, Set<String> renewed) {
        List.copyOf(running.keySet()).stream()
                .filter(clock -> !step.starts().contains(clock)
                        && !step.keeps().contains(clock)
                        && !step.pauses().contains(clock))
                .forEach(this::stop);
        List.copyOf(running.values()).forEach(run -> {
            var pauses = step.pauses().contains(run.clock());
            if (pauses && !run.paused()) {
                change(ClockTransition.PAUSED, run.paused(context.now()));
            } else if (!pauses && run.paused()) {
                change(ClockTransition.RESUMED, run.resumed(context.now(), alarms(run), context.calendar()));
            }
        });
        List.copyOf(running.values()).stream()
                .filter(run ->
                        step.starts().contains(run.clock()) && !run.unit().equals(unit))
                .forEach(run -> stop(run.clock()));
        step.starts().stream()
                .filter(clock -> !running.containsKey(clock) && !renewed.contains(clock))
                .forEach(clock -> start(clock, term(clock), unit));
    }

    void stop(String clock) {
        var run = running.remove(clock);
        if (run != null) {
            var resumed = run.paused() ? run.resumed(context.now(), alarms(run), context.calendar()) : run;
            changes.add(new Change.Ticked(ClockTransition.STOPPED, resumed.ended(context.now())));
        }
    }

    void limit(String clock, Limit limit) {
        var run = running.get(clock);
        if (run != null) {
            change(ClockTransition.LIMITED, run.limited(limit, alarms(run), context.calendar()));
        }
    }

    void renew(String clock, Limit limit, String unit) {
        stop(clock);
        start(clock, limit, unit);
    }

    void extend(String clock, String field) {
        var run = running.get(clock);
        if (run != null && fields.get(field) instanceof Long days) {
            change(ClockTransition.EXTENDED, run.extended(days.intValue(), alarms(run), context.calendar()));
        }
    }

    List<Change> changes() {
        return changes;
    }

    /** The limit of a term; empty if it depends on a field without a value. */
    static Optional<Limit> limit(Term term, Map<String, Object> fields) {
        if (term instanceof Term.Fixed fixed) {
            return Optional.of(fixed.limit());
        }
        var answer = fields.get(((Term.Decided) term).field());
        if (answer instanceof Long days) {
            return Optional.of(new Limit.WorkingDays(days.intValue()));
        }
        return answer instanceof String day ? Optional.of(new Limit.Until(LocalDate.parse(day))) : Optional.empty();
    }

    private Limit term(String clock) {
        return limit(method.clock(clock).term(), fields)
                .orElseThrow(() -> new IllegalStateException("Order " + order.id() + " arrives at " + step.id()
                        + ", where clock " + clock + " starts, but the field of its limit has no value"));
    }

    private void start(String clock, Limit limit, String unit) {
        int run = runs.merge(clock, 1, Integer::sum);
        change(
                ClockTransition.STARTED,
                ClockRun.started(
                        clock, method.clock(clock).alarms(), run, unit, limit, context.now(), context.calendar()));
    }

    private void change(ClockTransition tick, ClockRun run) {
        running.put(run.clock(), run);
        changes.add(new Change.Ticked(tick, run));
    }

    private AlarmPlan alarms(ClockRun run) {
        return method.clock(run.clock()).alarms();
    }
}
