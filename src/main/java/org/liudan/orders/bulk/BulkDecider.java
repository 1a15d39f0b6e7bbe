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
 * @param note why, where a change asks for a reason that the row doesn't give
 */
record BulkDecider(DecisionContexts contexts, Actor.Officer by, String note, DecisionContext context) {

    Decided enter(Method register, Action start, long id, BulkRow row) {
        var answers = new HashMap<>(row.answers());
        answers.keySet().retainAll(start.form().keySet());
        var before = StoredOrder.unraised(Order.unraised(id, register.id(), register.version()));
        var decision = new Decider(register, before.order(), context).decide(new Attempt(start.id(), by, answers));
        return rowDecision(row, register, before, decision);
    }

    /** What the row leaves empty, or repeats as it is masked on screens and in sheets, stays as it is; what differs has to be in the form of the action that changes. */
    Decided change(StoredOrder stored, Action start, BulkRow asRead) {
        var subject = stored.order();
        var method = contexts.methodOf(subject);
        var row = unmasked(asRead, method, subject);
        var deciding = new Decider(method, subject, contexts.setting(subject, by));
        var entered = Optional.ofNullable(method.actions().get(start.id())).orElse(start);
        var given = new HashMap<>(row.answers());
        given.keySet().retainAll(entered.form().keySet());
        var read = deciding.read(entered, given);
        var wrong = read.reasons().stream()
                .filter(reason -> !reason.key().equals("reason.required"))
                .toList();
        if (!wrong.isEmpty()) {
            return new BulkRow.Refused(row, wrong);
        }
        var other = new TreeMap<>(read.fields());
        other.entrySet()
                .removeIf(field -> field.getValue().equals(subject.fields().get(field.getKey()))
                        || entered.set().containsKey(field.getKey()));
        var change = method.register().flatMap(register -> register.change()).map(method.actions()::get);
        var besides = change.map(action -> changeOnly(deciding, action, entered, row));
        if (besides.isPresent() && !besides.get().reasons().isEmpty()) {
            return new BulkRow.Refused(row, besides.get().reasons());
        }
        besides.ifPresent(more -> more.fields().forEach((field, value) -> {
            if (method.field(field).kept() && !value.equals(subject.fields().get(field))) {
                other.put(field, value);
            }
        }));
        if (other.isEmpty()) {
            return new BulkRow.Same(row);
        }
        if (change.isEmpty()) {
            var key = method.field(method.register().orElseThrow().key());
            return new BulkRow.Refused(
                    row, List.of(Reason.of("reason.key-taken", key.name()).at(key)));
        }
        var fixed = unchangeable(method, change.get(), other);
        return fixed.isEmpty()
                ? rowDecision(
                        row,
                        method,
                        stored,
                        deciding.decide(
                                new Attempt(change.get().id(), by, answers(method, change.get(), subject, row))))
                : new BulkRow.Refused(row, fixed);
    }

    /** What only the action that changes asks for, such as what was paid this month. */
    private static Decider.Read changeOnly(Decider deciding, Action change, Action entered, BulkRow row) {
        var given = new HashMap<>(row.answers());
        given.keySet().retainAll(change.form().keySet());
        given.keySet().removeAll(entered.form().keySet());
        var read = deciding.read(change, given);
        var fields = new TreeMap<>(read.fields());
        fields.keySet().removeAll(change.set().keySet());
        return new Decider.Read(
                fields,
                read.reasons().stream()
                        .filter(reason -> !reason.key().equals("reason.required"))
                        .toList());
    }

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

    private static List<Reason> unchangeable(Method method, Action change, Map<String, Object> other) {
        var open = change.form().keySet().stream()
                .map(method::field)
                .filter(Field::kept)
                .map(Field::sets)
                .toList();
        return other.keySet().stream()
                .filter(field -> !open.contains(field))
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

    /** What a change asks for and the row doesn't say is as it was; a reason is that it was imported. */
    private @Nullable Object defaultAnswer(Field field, Order subject) {
        if (!field.kept()) {
            return field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT ? note : null;
        }
        var was = subject.fields().get(field.sets());
        return was != null && field.type().personal() ? contexts.seals().open(was.toString()) : was;
    }

    private static Decided rowDecision(BulkRow row, Method method, StoredOrder before, Decision decision) {
        return decision instanceof Decision.Moved moved
                ? new Moves(row, method, before, moved)
                : new BulkRow.Refused(row, ((Decision.Refused) decision).reasons());
    }
}
