package org.liudan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liudan.calendar.Limit;
import org.liudan.engine.Decision.Moved;
import org.liudan.engine.Decision.Refused;

/** Whether an action may be taken, and what happens when it is. Pure: same order, attempt and setting, same decision. */
public final class Deciding {

    private final Method method;
    private final Order order;
    private final Setting setting;

    public Deciding(Method method, Order order, Setting setting) {
        this.method = method;
        this.order = order;
        this.setting = setting;
    }

    /** Decides; the order must be of this method and version. */
    public Decision decide(Attempt attempt) {
        var action = method.actions().get(attempt.action());
        if (action == null) {
            return refused(Reason.of("reason.unknown-action", attempt.action()));
        }
        var standing = standing(action);
        if (standing.isPresent()) {
            return refused(standing.get());
        }
        var answers = Answers.read(method, action, attempt.answers(), setting);
        if (!answers.reasons.isEmpty()) {
            return new Refused(List.copyOf(answers.reasons));
        }
        var filled = filled(action, answers.given);
        var parties = new Parties(method, order, filled, setting.offices());
        if (!roles(action, parties).allow(action, attempt.by())) {
            return refused(Reason.of("reason.not-yours", action.name()));
        }
        var facts = new Facts(method, order, Optional.of(action), answers.given, setting);
        var hindered = hindrances(action, facts);
        return hindered.isEmpty()
                ? new Moving(method, order, setting, action, facts, filled, parties).by(attempt.by())
                : new Refused(hindered);
    }

    /** What stands in the way of an action before its form is filled in; nothing when it is open to the actor. */
    public List<Reason> hindrances(Action action, Actor actor) {
        var standing = standing(action);
        if (standing.isPresent()) {
            return List.of(standing.get());
        }
        var parties = new Parties(method, order, Map.of(), setting.offices());
        var allowed = action.start()
                ? new Roles(order, parties).mightAllow(action, actor)
                : new Roles(order, parties).allow(action, actor);
        if (!allowed) {
            return List.of(Reason.of("reason.not-yours", action.name()));
        }
        return action.when().stream()
                .filter(condition -> !condition.that().asksAnswers())
                .filter(condition ->
                        !condition.that().holds(new Facts(method, order, Optional.of(action), Map.of(), setting)))
                .map(condition -> Reason.of("reason.guard", condition.otherwise()))
                .toList();
    }

    /** Who may act follows from how the order stands; what is being filled in decides only who may raise it. */
    private Roles roles(Action action, Parties filled) {
        return new Roles(order, action.start() ? filled : new Parties(method, order, Map.of(), setting.offices()));
    }

    private Optional<Reason> standing(Action action) {
        var raised = !order.step().equals(Order.UNRAISED);
        if (action.start() != raised && (action.start() || action.at().contains(order.step()))) {
            return Optional.empty();
        }
        if (!raised || action.start()) {
            return Optional.of(Reason.of("reason.not-at-start", action.name()));
        }
        return Optional.of(Reason.of(
                "reason.not-here", action.name(), method.step(order.step()).name()));
    }

    private static List<Reason> hindrances(Action action, Facts facts) {
        return action.when().stream()
                .filter(condition -> !condition.that().holds(facts))
                .map(condition -> Reason.of("reason.guard", condition.otherwise()))
                .toList();
    }

    private Map<String, Object> filled(Action action, Map<String, Object> answers) {
        var filled = new TreeMap<String, Object>();
        answers.forEach((id, value) -> {
            if (method.field(id).kept()) {
                filled.put(method.field(id).sets(), value);
            }
        });
        filled.putAll(action.set());
        return filled;
    }

    private static Refused refused(Reason reason) {
        return new Refused(List.of(reason));
    }

    /** One action that may be taken, on its way to becoming an event. */
    private record Moving(
            Method method,
            Order order,
            Setting setting,
            Action action,
            Facts facts,
            Map<String, Object> filled,
            Parties parties) {

        Decision by(Actor actor) {
            var changes = new ArrayList<Change>();
            if (!filled.isEmpty()) {
                changes.add(new Change.Filled(filled));
            }
            action.count().forEach(counter -> changes.add(new Change.Counted(counter)));
            action.mark().ifPresent(mark -> changes.add(new Change.Marked(mark)));
            action.ring().ifPresent(ring -> changes.add(new Change.Lit(ring)));
            var destination = Action.first(action.to(), facts).filter(step -> !step.equals(Action.SAME));
            var step = method.step(destination.orElse(order.step()));
            var holder = step.holder();
            var seat = holder.flatMap(parties::seat);
            if (holder.isPresent() && seat.isEmpty()) {
                return refused(Reason.of(
                        "reason.nobody-holds",
                        step.name(),
                        method.party(holder.get().party()).name()));
            }
            method.parties().values().forEach(party -> parties.unit(party.id()));
            parties.joined().forEach((party, joined) -> changes.add(new Change.Joined(party, joined)));
            if (destination.isPresent()) {
                changes.add(new Change.Arrived(step.id(), step.ring(), step.closed()));
            }
            if (!step.open() && order.open()) {
                changes.add(new Change.Took(setting.calendar()
                        .workingTimeBetween(order.raisedAt(), setting.now())
                        .toMinutes()));
            }
            if (seat.isPresent() && !seat.equals(order.holder())) {
                changes.add(new Change.Held(seat.get()));
            }
            changes.addAll(
                    ticks(step, destination.isPresent(), seat.map(Seat::unit).orElse("")));
            changes.addAll(told());
            var event = new Event(
                    order.events() + 1, action.id(), actor, setting.now(), facts.answers(), List.copyOf(changes));
            return new Moved(List.of(event), order.after(event));
        }

        private List<Change> told() {
            return action.tell().stream()
                    .flatMap(role -> (role instanceof Role.PostOf post ? parties.seat(post) : order.holder()).stream())
                    .<Change>map(Change.Told::new)
                    .toList();
        }

        private List<Change> ticks(Step step, boolean arrived, String unit) {
            var ticking = new Ticking(method, order, setting, step, answered());
            action.stop().stream().filter(one -> one.when().holds(facts)).forEach(one -> ticking.stop(one.then()));
            if (arrived) {
                ticking.arrive(unit, action.renew().keySet());
            }
            action.limit()
                    .forEach((clock, cases) -> Action.first(cases, facts)
                            .flatMap(this::limit)
                            .ifPresent(limit -> ticking.limit(clock, limit)));
            action.renew().forEach((clock, term) -> limit(term).ifPresent(limit -> ticking.renew(clock, limit, unit)));
            action.extend().forEach((clock, field) -> ticking.extend(clock, field));
            return ticking.changes();
        }

        private Optional<Limit> limit(Term term) {
            return Ticking.limit(term, answered());
        }

        private Map<String, Object> answered() {
            var all = new TreeMap<String, Object>(order.fields());
            all.putAll(facts.answers());
            return all;
        }
    }
}
