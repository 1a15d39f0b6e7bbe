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

/** Whether an action may be taken, and what happens when it is. Pure: same order, attempt and setting, same decision. */
public final class Decider {

    private final Method method;
    private final Order order;
    private final DecisionContext setting;

    public Decider(Method method, Order order, DecisionContext setting) {
        this.method = method;
        this.order = order;
        this.setting = setting;
    }

    /** Decides; the order must be of this method and version. */
    public Decision decide(Attempt attempt) {
        return decide(attempt, List.of());
    }

    /** @param first changes that come before those of the action */
    Decision decide(Attempt attempt, List<Change> first) {
        var action = method.actions().get(attempt.action());
        if (action == null) {
            return refused(Reason.of("reason.unknown-action", attempt.action()));
        }
        var standing = standing(action);
        if (standing.isPresent()) {
            return refused(standing.get());
        }
        var answers = attempt.by() instanceof Actor.Another
                ? Answers.given(method, action, attempt.answers(), setting)
                : Answers.read(method, action, attempt.answers(), setting);
        if (!answers.reasons.isEmpty()) {
            return new Refused(List.copyOf(answers.reasons));
        }
        var filled = filled(action, answers.given);
        var parties = new PartyResolver(method, order, filled, setting.offices());
        if (!roles(action, parties).allow(action, attempt.by())) {
            return refused(Reason.of("reason.not-yours", action.name()));
        }
        if (!action.eyes().allow(attempt.by(), order)) {
            return refused(Reason.of("reason.other-eyes", action.name()));
        }
        var facts = new Facts(method, order, Optional.of(action), answers.given, setting);
        var hindered = hindrances(action, facts);
        return hindered.isEmpty()
                ? followed(
                        new Transition(method, order, setting, action, facts, filled, parties).by(attempt.by(), first))
                : new Refused(hindered);
    }

    /** What the step that an order has come to was waiting for may be there already. */
    private Decision followed(Decision decision) {
        return decision instanceof Moved moved
                ? new MessageHandler(method, moved.order(), setting).followed(moved)
                : decision;
    }

    /**
     * What the answers to a form come to, whether or not its action may be taken now.
     *
     * @param fields the fields that they fill
     * @param reasons what is wrong with them
     */
    public record Read(Map<String, Object> fields, List<Reason> reasons) {}

    /** Reads the answers to an action's form and does nothing. */
    public Read read(Action action, Map<String, Object> raw) {
        var answers = Answers.read(method, action, raw, setting);
        return new Read(filled(action, answers.given), List.copyOf(answers.reasons));
    }

    /** What stands in the way of an action before its form is filled in; nothing when it is open to the actor. */
    public List<Reason> hindrances(Action action, Actor actor) {
        var standing = standing(action);
        if (standing.isPresent()) {
            return List.of(standing.get());
        }
        var parties = new PartyResolver(method, order, Map.of(), setting.offices());
        var allowed = action.start()
                ? method.mightStart(action, actor, setting.offices())
                : new RoleCheck(order, parties).allow(action, actor);
        if (!allowed) {
            return List.of(Reason.of("reason.not-yours", action.name()));
        }
        if (!action.eyes().allow(actor, order)) {
            return List.of(Reason.of("reason.other-eyes", action.name()));
        }
        return action.when().stream()
                .filter(condition -> !condition.that().asksAnswers())
                .filter(condition ->
                        !condition.that().holds(new Facts(method, order, Optional.of(action), Map.of(), setting)))
                .map(condition -> Reason.of("reason.guard", condition.otherwise()))
                .toList();
    }

    /** Who may act follows from how the order stands; what is being filled in decides only who may raise it. */
    private RoleCheck roles(Action action, PartyResolver filled) {
        return new RoleCheck(
                order, action.start() ? filled : new PartyResolver(method, order, Map.of(), setting.offices()));
    }

    private Optional<Reason> standing(Action action) {
        var raised = !order.step().equals(Order.UNRAISED);
        if (EntryReversal.entryOf(order)) {
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
