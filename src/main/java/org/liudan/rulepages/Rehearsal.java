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

/** An imaginary order that is lived scene by scene with the engine alone: nothing is stored. */
record Rehearsal(Method method, OrganisationLookup offices, WorkingCalendar calendar, UnaryOperator<String> seal) {

    /** Stands for files, which are not asked for. */
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
     * What came of the scenes.
     *
     * @param played how many of them were possible
     * @param refused why the next one was not
     */
    record RehearsalResult(Order order, List<Event> events, Instant now, int played, List<Reason> refused) {}

    /**
     * Lives the scenes until one is refused. Time never runs backwards.
     *
     * @param begin when it begins where the first scene has no time of its own
     */
    RehearsalResult play(List<TrialScene> scenes, Instant begin) {
        var lived = new RehearsalResult(Order.unraised(0, method.id(), method.version()), List.of(), begin, 0, List.of());
        for (var scene : scenes) {
            lived = after(lived, scene);
            if (!lived.refused().isEmpty()) {
                return lived;
            }
        }
        return lived;
    }

    private RehearsalResult after(RehearsalResult before, TrialScene scene) {
        var now = before.events().isEmpty()
                ? time(scene.at()).orElse(before.now())
                : time(scene.at()).filter(before.now()::isBefore).orElse(before.now());
        var setting = context(now);
        var events = new ArrayList<>(before.events());
        var order = before.order();
        if (order.events() > 0) {
            var rung = Alarms.due(method, order, setting);
            events.addAll(rung.events());
            order = rung.order();
        }
        if (scene.action().isEmpty()) {
            return new RehearsalResult(order, List.copyOf(events), now, before.played() + 1, List.of());
        }
        var decision = decide(scene, order, setting);
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

    private Decision decide(TrialScene scene, Order order, DecisionContext setting) {
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
                : new Decider(method, order, setting)
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

    /** The actions that may be tried now by somebody. */
    List<Action> possibleActions(RehearsalResult lived) {
        var deciding = new Decider(method, lived.order(), context(lived.now()));
        var seats = new TrialSeats(method, lived.order(), Map.of(), offices);
        return method.actions().values().stream()
                .filter(action -> action.start()
                        ? lived.order().events() == 0
                        : action.by().stream()
                                .filter(role -> !(role instanceof Role.Machine))
                                .flatMap(role -> seats.actor(role).stream())
                                .anyMatch(actor ->
                                        deciding.hindrances(action, actor).isEmpty()))
                .toList();
    }

    /** Other orders are not imagined: what a scene would open or send goes nowhere. */
    private DecisionContext context(Instant now) {
        return new DecisionContext(now, calendar, offices, seal, NO_OTHER_ORDERS);
    }

    /** A local time as a form sends it. */
    Optional<Instant> time(String at) {
        return DateTexts.time(at)
                .map(time -> time.atZone(calendar.hours().zone()).toInstant());
    }
}
