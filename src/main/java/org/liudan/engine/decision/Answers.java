package org.liudan.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;

/** Reads the answers to a form: checks and normalises every field, and encrypts personal data. */
final class Answers {

    final Map<String, Object> values = new TreeMap<>();
    final List<Reason> reasons = new ArrayList<>();
    private final Method method;
    private final Action action;
    private final DecisionContext context;

    private Answers(Method method, Action action, DecisionContext context) {
        this.method = method;
        this.action = action;
        this.context = context;
    }

    static Answers read(Method method, Action action, Map<String, Object> raw, DecisionContext context) {
        var answers = new Answers(method, action, context);
        action.form().forEach((id, need) -> answers.read(method.field(id), need.required(), raw.get(id)));
        raw.keySet().stream()
                .filter(id -> !action.form().containsKey(id))
                .forEach(id -> answers.reasons.add(Reason.of("reason.unknown-field", id)));
        return answers;
    }

    /** Reads values from another order. They were checked and encrypted when they were filled in there. */
    static Answers fromOtherOrder(Method method, Action action, Map<String, Object> stored, DecisionContext context) {
        var answers = new Answers(method, action, context);
        action.form().forEach((id, need) -> {
            var value = stored.get(id);
            if (value != null) {
                answers.values.put(id, value);
            } else if (need.required()) {
                answers.reasons.add(
                        Reason.of("reason.required", method.field(id).name()).at(method.field(id)));
            }
        });
        return answers;
    }

    private void read(Field field, boolean required, @Nullable Object raw) {
        if (raw == null || raw.equals("") || raw.equals(List.of()) || raw instanceof String text && text.isBlank()) {
            if (required) {
                reasons.add(Reason.of("reason.required", field.name()).at(field));
            }
            return;
        }
        var errors = new ArrayList<Reason>();
        var value = value(field, raw, errors);
        if (errors.isEmpty()) {
            values.put(field.id(), value);
        } else {
            errors.forEach(reason -> reasons.add(reason.at(field)));
        }
    }

    private Object value(Field field, Object raw, List<Reason> errors) {
        if (field.type().many()) {
            return manyValues(
                    field,
                    raw instanceof List<?> list
                            ? list.stream().map(Object::toString).distinct().toList()
                            : List.of(raw.toString()),
                    errors);
        }
        var text = raw.toString().strip();
        return switch (field.type()) {
            case FILES, SIGNATURE, REGIONS, UNITS, CHOICES -> throw new IllegalStateException("Read above");
            case TEXT, LONG_TEXT -> AnswerFormats.text(field, text, errors);
            case PERSON -> context.seal().apply(AnswerFormats.text(field, text, errors));
            case PHONE -> context.seal().apply(AnswerFormats.phone(text, errors));
            case ID_NUMBER -> context.seal().apply(AnswerFormats.idNumber(text, errors));
            case CHOICE -> AnswerFormats.known(field.choices().containsKey(text), text, errors);
            case CATEGORY -> AnswerFormats.known(context.organisation().isCategory(text), text, errors);
            case REGION -> AnswerFormats.known(context.organisation().isRegion(text), text, errors);
            case UNIT ->
                AnswerFormats.known(
                        context.organisation().isOf(text, field.kind().orElseThrow()), text, errors);
            case LISTED -> listed(field, text, errors);
            case ORDER -> order(field, text, errors);
            case TIME -> AnswerFormats.time(text, errors);
            case NUMBER, WORKING_DAYS -> AnswerFormats.number(field, text, errors);
            case DATE -> AnswerFormats.pastDay(text, today(), errors);
            case FUTURE_DATE -> AnswerFormats.futureDay(text, today(), errors);
            case YES_NO -> AnswerFormats.yesNo(text, errors);
            case POINT -> AnswerFormats.point(text, errors);
        };
    }

    /** The answer is the name or code of a list entry; the code is stored. */
    private String listed(Field field, String text, List<Reason> errors) {
        var code = context.organisation().listed(field.kind().orElseThrow(), text);
        return AnswerFormats.known(code.isPresent(), code.orElse(text), errors);
    }

    private List<String> manyValues(Field field, List<String> values, List<Reason> errors) {
        for (var value : values) {
            if (field.type() == FieldType.UNITS) {
                AnswerFormats.known(
                        context.organisation().isOf(value, field.kind().orElseThrow()), value, errors);
            } else if (field.type() == FieldType.REGIONS) {
                AnswerFormats.known(context.organisation().isRegion(value), value, errors);
            } else if (field.type() == FieldType.CHOICES) {
                AnswerFormats.known(field.choices().containsKey(value), value, errors);
            }
        }
        return values;
    }

    /** The answer is the number of an order; its id is stored. An order can be merged only into one of its method. */
    private String order(Field field, String number, List<Reason> errors) {
        var found = context.orders().find(number);
        if (found.isEmpty()) {
            errors.add(Reason.of("reason.no-such-order", number));
        } else if (action.outgoing().merge().equals(Optional.of(field.id()))
                && !found.get().method().equals(method.id())) {
            errors.add(Reason.of("reason.merge-method", method.name()));
        }
        return found.map(other -> Long.toString(other.id())).orElse(number);
    }

    private LocalDate today() {
        return context.calendar().dayOf(context.now());
    }
}
