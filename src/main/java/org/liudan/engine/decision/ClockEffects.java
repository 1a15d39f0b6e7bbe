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
import org.liudan.engine.order.Change.Tick;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;

/** What one action does to the clocks of an order. */
final class ClockEffects {

    private final Method method;
    private final Order order;
    private final DecisionContext setting;
    private final Step step;
    private final Map<String, Object> answered;
    private final Map<String, ClockRun> running = new LinkedHashMap<>();
    private final Map<String, Integer> runs = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    ClockEffects(Method method, Order order, DecisionContext setting, Step step, Map<String, Object> answered) {
        this.method = method;
        this.order = order;
        this.setting = setting;
        this.step = step;
        this.answered = answered;
        order.clocks().forEach(run -> runs.merge(run.clock(), 1, Integer::sum));
        order.running().forEach(run -> running.put(run.clock(), run));
    }

    /**
     * The order comes to the step: clocks that it doesn't name stop, the others go on, stand still or start. A clock
     * that the step starts for one unit ends when the order goes to another, whose own begins.
     */
    void arrive(String unit, Set<String> renewed) {
        List.copyOf(running.keySet()).stream()
                .filter(clock -> !step.starts().contains(clock)
                        && !step.keeps().contains(clock)
                        && !step.pauses().contains(clock))
                .forEach(this::stop);
        List.copyOf(running.values()).forEach(run -> {
            var still = step.pauses().contains(run.clock());
            if (still && !run.paused()) {
                change(Tick.PAUSED, run.paused(setting.now()));
            } else if (!still && run.paused()) {
                change(Tick.RESUMED, run.resumed(setting.now(), alarms(run), setting.calendar()));
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
            var moving = run.paused() ? run.resumed(setting.now(), alarms(run), setting.calendar()) : run;
            changes.add(new Change.Ticked(Tick.STOPPED, moving.ended(setting.now())));
        }
    }

    void limit(String clock, Limit to) {
        var run = running.get(clock);
        if (run != null) {
            change(Tick.LIMITED, run.limited(to, alarms(run), setting.calendar()));
        }
    }

    void renew(String clock, Limit to, String unit) {
        stop(clock);
        start(clock, to, unit);
    }

    void extend(String clock, String field) {
        var run = running.get(clock);
        if (run != null && answered.get(field) instanceof Long days) {
            change(Tick.EXTENDED, run.extended(days.intValue(), alarms(run), setting.calendar()));
        }
    }

    List<Change> changes() {
        return changes;
    }

    /** A term as a limit; empty when it is to be decided in a field that is not filled in. */
    static Optional<Limit> limit(Term term, Map<String, Object> answered) {
        if (term instanceof Term.Fixed fixed) {
            return Optional.of(fixed.limit());
        }
        var answer = answered.get(((Term.Decided) term).field());
        if (answer instanceof Long days) {
            return Optional.of(new Limit.WorkingDays(days.intValue()));
        }
        return answer instanceof String day ? Optional.of(new Limit.Until(LocalDate.parse(day))) : Optional.empty();
    }

    private Limit term(String clock) {
        return limit(method.clock(clock).term(), answered)
                .orElseThrow(() -> new IllegalStateException("Order " + order.id() + " comes to " + step.id()
                        + ", where clock " + clock + " starts, but its limit was never decided"));
    }

    private void start(String clock, Limit limit, String unit) {
        int run = runs.merge(clock, 1, Integer::sum);
        change(
                Tick.STARTED,
                ClockRun.started(
                        clock, method.clock(clock).alarms(), run, unit, limit, setting.now(), setting.calendar()));
    }

    private void change(Tick tick, ClockRun run) {
        running.put(run.clock(), run);
        changes.add(new Change.Ticked(tick, run));
    }

    private AlarmPlan alarms(ClockRun run) {
        return method.clock(run.clock()).alarms();
    }
}
