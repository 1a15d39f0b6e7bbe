package org.liudan.orders.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.method.Requirement;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.bulk.BulkRow.Decided;
import org.liudan.orders.bulk.BulkRow.Moves;
import org.liudan.orders.desk.DecisionContexts;
import org.liudan.orders.store.StoredOrder;
import org.liudan.privacy.Masks;

/**
 * Decides on one row of many.
 *
 * @param note the reason to give where a change requires one and the row has none
 */
record BulkDecider(DecisionContexts contexts, Actor.Officer by, String note, DecisionContext context) {

    /** Enters a new subject on the register. */
    Decided enter(Method register, Action start, long id, BulkRow row) {
        var answers = new HashMap<>(row.answers());
        answers.keySet().retainAll(start.form().keySet());
        var before = StoredOrder.unraised(Order.unraised(id, register.id(), register.version()));
        var decision = new Decider(register, before.order(), context).decide(new Attempt(start.id(), by, answers));
        return rowDecision(row, register, before, decision);
    }

    /**
     * Changes a subject. A field that the row leaves empty, or repeats in the masked form of pages and sheets, is not changed. A
     * field that differs must be in the form of the register's action for changes.
     */
    Decided change(StoredOrder stored, Action start, BulkRow original) {
        var subject = stored.order();
        var method = contexts.methodOf(subject);
        var row = unmasked(original, method, subject);
        var decider = new Decider(method, subject, contexts.setting(subject, by));
        var enter = Optional.ofNullable(method.actions().get(start.id())).orElse(start);
        var answers = new HashMap<>(row.answers());
        answers.keySet().retainAll(enter.form().keySet());
        var read = decider.read(enter, answers);
        var errors = read.reasons().stream()
                .filter(reason -> !reason.key().equals("reason.required"))
                .toList();
        if (!errors.isEmpty()) {
            return new BulkRow.Refused(row, errors);
        }
        var changed = new TreeMap<>(read.fields());
        changed.entrySet()
                .removeIf(field -> field.getValue().equals(subject.fields().get(field.getKey()))
                        || enter.set().containsKey(field.getKey()));
        var change = method.register().flatMap(register -> register.change()).map(method.actions()::get);
        var changeOnly = change.map(action -> changeOnly(decider, action, enter, row));
        if (changeOnly.isPresent() && !changeOnly.get().reasons().isEmpty()) {
            return new BulkRow.Refused(row, changeOnly.get().reasons());
        }
        changeOnly.ifPresent(additional -> additional.fields().forEach((field, value) -> {
            if (method.field(field).kept() && !value.equals(subject.fields().get(field))) {
                changed.put(field, value);
            }
        }));
        if (changed.isEmpty()) {
            return new BulkRow.Same(row);
        }
        if (change.isEmpty()) {
            var key = method.field(method.register().orElseThrow().key());
            return new BulkRow.Refused(
                    row, List.of(Reason.of("reason.key-taken", key.name()).at(key)));
        }
        var reasons = unchangeable(method, change.get(), changed);
        return reasons.isEmpty()
                ? rowDecision(
                        row,
                        method,
                        stored,
                        decider.decide(new Attempt(change.get().id(), by, answers(method, change.get(), subject, row))))
                : new BulkRow.Refused(row, reasons);
    }

    /** The answers that only the action for changes asks for, such as the amount paid this month. */
    private static Decider.Read changeOnly(Decider decider, Action change, Action enter, BulkRow row) {
        var answers = new HashMap<>(row.answers());
        answers.keySet().retainAll(change.form().keySet());
        answers.keySet().removeAll(enter.form().keySet());
        var read = decider.read(change, answers);
        var fields = new TreeMap<>(read.fields());
        fields.keySet().removeAll(change.set().keySet());
        return new Decider.Read(
                fields,
                read.reasons().stream()
                        .filter(reason -> !reason.key().equals("reason.required"))
                        .toList());
    }

    /** The row without answers that only repeat a masked value. */
    private BulkRow unmasked(BulkRow row, Method method, Order subject) {
        var answers = new HashMap<>(row.answers());
        answers.entrySet().removeIf(answer -> {
            var field = method.fields().get(answer.getKey());
            return field != null
                    && field.type().personal()
                    && answer.getValue().toString().indexOf('*') >= 0
                    && answer.getValue().equals(masked(field, subject.text(field.sets())));
        });
        return new BulkRow(row.number(), row.request(), answers);
    }

    private String masked(Field field, String sealed) {
        if (sealed.isEmpty()) {
            return "";
        }
        var text = contexts.seals().open(sealed);
        return switch (field.type()) {
            case PERSON -> Masks.name(text);
            case PHONE -> Masks.phone(text);
            default -> Masks.idNumber(text);
        };
    }

    /** A reason for each field that the action for changes can't change. */
    private static List<Reason> unchangeable(Method method, Action change, Map<String, Object> changed) {
        var changeable = change.form().keySet().stream()
                .map(method::field)
                .filter(Field::kept)
                .map(Field::sets)
                .toList();
        return changed.keySet().stream()
                .filter(field -> !changeable.contains(field))
                .map(method::field)
                .map(field -> Reason.of("reason.not-by-change", field.name(), change.name())
                        .at(field))
                .toList();
    }

    private Map<String, Object> answers(Method method, Action change, Order subject, BulkRow row) {
        var answers = new HashMap<String, Object>();
        change.form().forEach((id, need) -> {
            var given = row.answers().get(id);
            var value = given == null || given.toString().isBlank()
                    ? need == Requirement.REQUIRED ? defaultAnswer(method.field(id), subject) : null
                    : given;
            if (value != null) {
                answers.put(id, value);
            }
        });
        return answers;
    }

    /** The answer to a required field that the row leaves empty: the stored value, or the note where a reason is asked for. */
    private @Nullable Object defaultAnswer(Field field, Order subject) {
        if (!field.kept()) {
            return field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT ? note : null;
        }
        var value = subject.fields().get(field.sets());
        return value != null && field.type().personal() ? contexts.seals().open(value.toString()) : value;
    }

    private static Decided rowDecision(BulkRow row, Method method, StoredOrder before, Decision decision) {
        return decision instanceof Decision.Moved moved
                ? new Moves(row, method, before, moved)
                : new BulkRow.Refused(row, ((Decision.Refused) decision).reasons());
    }
}
