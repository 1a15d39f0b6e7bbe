package org.liudan.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liudan.engine.decision.Decision.Moved;
import org.liudan.engine.decision.Decision.Refused;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Order;

/** Decides if an action may be taken, and its effects. Pure: same order, attempt and context, same decision. */
public final class Decider {

    private final Method method;
    private final Order order;
    private final DecisionContext context;

    public Decider(Method method, Order order, DecisionContext context) {
        this.method = method;
        this.order = order;
        this.context = context;
    }

    /** Decides an attempt. The order must be of this method and version. */
    public Decision decide(Attempt attempt) {
        return decide(attempt, List.of());
    }

    /** @param first changes to put before the changes of the action */
    Decision decide(Attempt attempt, List<Change> first) {
        var action = method.actions().get(attempt.action());
        if (action == null) {
            return refused(Reason.of("reason.unknown-action", attempt.action()));
        }
        var refusal = stepRefusal(action);
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        var answers = attempt.by() instanceof Actor.Another
                ? Answers.fromOtherOrder(method, action, attempt.answers(), context)
                : Answers.read(method, action, attempt.answers(), context);
        if (!answers.reasons.isEmpty()) {
            return new Refused(List.copyOf(answers.reasons));
        }
        var filled = filled(action, answers.values);
        var parties = new PartyResolver(method, order, filled, context.organisation());
        if (!roleCheck(action, parties).allows(action, attempt.by())) {
            return refused(Reason.of("reason.not-yours", action.name()));
        }
        if (!action.separationOfDuties().allows(attempt.by(), order)) {
            return refused(Reason.of("reason.other-eyes", action.name()));
        }
        var facts = new Facts(method, order, Optional.of(action), answers.values, context);
        var reasons = hindrances(action, facts);
        return reasons.isEmpty()
                ? withFollowUp(new Transition(method, order, context, action, facts, filled, parties)
                        .decide(attempt.by(), first))
                : new Refused(reasons);
    }

    /** The children that the new step waits for may have ended already. */
    private Decision withFollowUp(Decision decision) {
        return decision instanceof Moved moved
                ? new MessageHandler(method, moved.order(), context).withFollowUp(moved)
                : decision;
    }

    /**
     * The answers to a form after reading, whether or not the action may be taken now.
     *
     * @param fields the fields that they set, with their values
     * @param reasons the errors in the answers
     */
    public record Read(Map<String, Object> fields, List<Reason> reasons) {}

    /** Reads the answers to an action's form without taking the action. */
    public Read read(Action action, Map<String, Object> raw) {
        var answers = Answers.read(method, action, raw, context);
        return new Read(filled(action, answers.values), List.copyOf(answers.reasons));
    }

    /** Why the actor may not take an action, as far as known before its form is filled in; empty if they may. */
    public List<Reason> hindrances(Action action, Actor actor) {
        var refusal = stepRefusal(action);
        if (refusal.isPresent()) {
            return List.of(refusal.get());
        }
        var parties = new PartyResolver(method, order, Map.of(), context.organisation());
        var allowed = action.start()
                ? method.mightStart(action, actor, context.organisation())
                : new RoleCheck(order, parties).allows(action, actor);
        if (!allowed) {
            return List.of(Reason.of("reason.not-yours", action.name()));
        }
        if (!action.separationOfDuties().allows(actor, order)) {
            return List.of(Reason.of("reason.other-eyes", action.name()));
        }
        return action.when().stream()
                .filter(condition -> !condition.that().asksAnswers())
                .filter(condition ->
                        !condition.that().holds(new Facts(method, order, Optional.of(action), Map.of(), context)))
                .map(condition -> Reason.of("reason.guard", condition.otherwise()))
                .toList();
    }

    /** The order's current state says who may act. The answers of the form matter only for raising an order. */
    private RoleCheck roleCheck(Action action, PartyResolver withAnswers) {
        return new RoleCheck(
                order,
                action.start() ? withAnswers : new PartyResolver(method, order, Map.of(), context.organisation()));
    }

    private Optional<Reason> stepRefusal(Action action) {
        var raised = !order.step().equals(Order.UNRAISED);
        if (EntryReversal.isTakenBack(order)) {
            return Optional.of(Reason.of("reason.taken-back", action.name()));
        }
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
}
