package org.liudan.rulepages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liudan.calendar.DateTexts;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.decision.Alarms;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.OrderLookup;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.engine.method.Reason;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;

/** Runs an imaginary order through a method, scene by scene, with the engine alone. Nothing is stored. */
record Rehearsal(Method method, OrganisationLookup offices, WorkingCalendar calendar, UnaryOperator<String> seal) {

    /** Stands for the files of a field; the trial has no uploads. */
    static final String FILE = "imaginary";

    private static final OrderLookup NO_OTHER_ORDERS = new OrderLookup() {
        @Override
        public long nextId() {
            return 1;
        }

        @Override
        public Optional<Fellow> find(String number) {
            return Optional.empty();
        }

        @Override
        public List<Kept> kept(String register, List<String> regions, String method) {
            return List.of();
        }

        @Override
        public Surveyed surveyed(String register, List<String> areas, String since) {
            return new Surveyed(0, 0);
        }
    };

    /**
     * The result of the scenes.
     *
     * @param played how many scenes were possible
     * @param refused why the next scene was refused; none if all were possible
     */
    record RehearsalResult(Order order, List<Event> events, Instant now, int played, List<Reason> refused) {}

    /**
     * Runs the scenes until one is refused. A scene earlier than the one before takes place at the same time as that one.
     *
     * @param begin the time of the first scene, if it has none
     */
    RehearsalResult play(List<TrialScene> scenes, Instant begin) {
        var result =
                new RehearsalResult(Order.unraised(0, method.id(), method.version()), List.of(), begin, 0, List.of());
        for (var scene : scenes) {
            result = play(result, scene);
            if (!result.refused().isEmpty()) {
                return result;
            }
        }
        return result;
    }

    private RehearsalResult play(RehearsalResult before, TrialScene scene) {
        var now = before.events().isEmpty()
                ? time(scene.at()).orElse(before.now())
                : time(scene.at()).filter(before.now()::isBefore).orElse(before.now());
        var context = context(now);
        var events = new ArrayList<>(before.events());
        var order = before.order();
        if (order.events() > 0) {
            var due = Alarms.due(method, order, context);
            events.addAll(due.events());
            order = due.order();
        }
        if (scene.action().isEmpty()) {
            return new RehearsalResult(order, List.copyOf(events), now, before.played() + 1, List.of());
        }
        var decision = decide(scene, order, context);
        if (decision instanceof Decision.Moved moved) {
            events.addAll(moved.events());
            return new RehearsalResult(moved.order(), List.copyOf(events), now, before.played() + 1, List.of());
        }
        return new RehearsalResult(
                before.order(),
                before.events(),
                before.now(),
                before.played(),
                ((Decision.Refused) decision).reasons());
    }

    private Decision decide(TrialScene scene, Order order, DecisionContext context) {
        var action = method.actions().get(scene.action());
        if (action == null) {
            return new Decision.Refused(List.of(Reason.of("reason.unknown-action", scene.action())));
        }
        var actor = action.by().stream()
                .filter(role -> role.toString().equals(scene.role()))
                .findFirst()
                .flatMap(new TrialSeats(method, order, scene.answers(), offices)::actor);
        return actor.isEmpty()
                ? new Decision.Refused(List.of(Reason.of("trial.nobody")))
                : new Decider(method, order, context)
                        .decide(new Attempt(action.id(), actor.get(), answers(action, scene)));
    }

    private Map<String, Object> answers(Action action, TrialScene scene) {
        var answers = new HashMap<String, Object>();
        action.form().keySet().forEach(id -> {
            if (method.field(id).type().files()) {
                answers.put(id, List.of(FILE));
            } else if (scene.answers().containsKey(id)) {
                answers.put(id, scene.answers().getOrDefault(id, ""));
            }
        });
        return answers;
    }

    /** The actions that somebody may take now. */
    List<Action> possibleActions(RehearsalResult result) {
        var decider = new Decider(method, result.order(), context(result.now()));
        var seats = new TrialSeats(method, result.order(), Map.of(), offices);
        return method.actions().values().stream()
                .filter(action -> action.start()
                        ? result.order().events() == 0
                        : action.by().stream()
                                .filter(role -> !(role instanceof Role.Machine))
                                .flatMap(role -> seats.actor(role).stream())
                                .anyMatch(actor ->
                                        decider.hindrances(action, actor).isEmpty()))
                .toList();
    }

    /** The context without other orders: orders that a scene would open, and messages that it would send, are dropped. */
    private DecisionContext context(Instant now) {
        return new DecisionContext(now, calendar, offices, seal, NO_OTHER_ORDERS);
    }

    /** Reads a local time as a form sends it, for example 2026-11-16T09:00. */
    Optional<Instant> time(String at) {
        return DateTexts.time(at)
                .map(time -> time.atZone(calendar.hours().zone()).toInstant());
    }
}
