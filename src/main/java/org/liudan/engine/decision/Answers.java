package org.liudan.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.liudan.calendar.DateTexts;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;

/** Reads what was filled in against a form: checks every field, tidies it, seals what is personal. */
final class Answers {

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}|\\d{7,8}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s()（）-]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Set<String> YES_NO = Set.of("true", "false", "on", "yes", "no");
    private static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern POINT = Pattern.compile("-?\\d{1,3}(\\.\\d{1,8})?,-?\\d{1,2}(\\.\\d{1,8})?");

    final Map<String, Object> given = new TreeMap<>();
    final List<Reason> reasons = new ArrayList<>();
    private final Method method;
    private final Action action;
    private final DecisionContext setting;

    private Answers(Method method, Action action, DecisionContext setting) {
        this.method = method;
        this.action = action;
        this.setting = setting;
    }

    static Answers read(Method method, Action action, Map<String, Object> raw, DecisionContext setting) {
        var answers = new Answers(method, action, setting);
        action.form().forEach((id, need) -> answers.read(method.field(id), need.required(), raw.get(id)));
        raw.keySet().stream()
                .filter(id -> !action.form().containsKey(id))
                .forEach(id -> answers.reasons.add(Reason.of("reason.unknown-field", id)));
        return answers;
    }

    /** What another order gives, which was checked and sealed when it was filled in there. */
    static Answers given(Method method, Action action, Map<String, Object> kept, DecisionContext setting) {
        var answers = new Answers(method, action, setting);
        action.form().forEach((id, need) -> {
            var value = kept.get(id);
            if (value != null) {
                answers.given.put(id, value);
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
        var wrong = new ArrayList<Reason>();
        var value = value(field, raw, wrong);
        if (wrong.isEmpty()) {
            given.put(field.id(), value);
        } else {
            wrong.forEach(reason -> reasons.add(reason.at(field)));
        }
    }

    private Object value(Field field, Object raw, List<Reason> wrong) {
        if (field.type().many()) {
            return several(
                    field,
                    raw instanceof List<?> list
                            ? list.stream().map(Object::toString).distinct().toList()
                            : List.of(raw.toString()),
                    wrong);
        }
        var text = raw.toString().strip();
        return switch (field.type()) {
            case FILES, SIGNATURE, REGIONS, UNITS, CHOICES -> throw new IllegalStateException("Read above");
            case TEXT, LONG_TEXT -> longest(field, text, wrong);
            case PERSON -> setting.seal().apply(longest(field, text, wrong));
            case PHONE -> sealed(BETWEEN_DIGITS.matcher(text).replaceAll(""), PHONE, "reason.phone", wrong);
            case ID_NUMBER -> idNumber(text.toUpperCase(Locale.ROOT), wrong);
            case CHOICE -> known(field.choices().containsKey(text), text, wrong);
            case CATEGORY -> known(setting.offices().isCategory(text), text, wrong);
            case REGION -> known(setting.offices().isRegion(text), text, wrong);
            case UNIT -> known(setting.offices().isOf(text, field.kind().orElseThrow()), text, wrong);
            case LISTED -> listed(field, text, wrong);
            case ORDER -> order(field, text, wrong);
            case TIME -> time(text, wrong);
            case NUMBER, WORKING_DAYS -> number(field, text, wrong);
            case DATE -> day(text, false, wrong);
            case FUTURE_DATE -> day(text, true, wrong);
            case YES_NO -> yesNo(text, wrong);
            case POINT -> matched(text.replace(" ", ""), POINT, "reason.point", wrong);
        };
    }

    /** An entry of a list is typed or chosen by its name and kept by its code. */
    private String listed(Field field, String text, List<Reason> wrong) {
        var code = setting.offices().listed(field.kind().orElseThrow(), text);
        return known(code.isPresent(), code.orElse(text), wrong);
    }

    private List<String> several(Field field, List<String> values, List<Reason> wrong) {
        for (var value : values) {
            if (field.type() == FieldType.UNITS) {
                known(setting.offices().isOf(value, field.kind().orElseThrow()), value, wrong);
            } else if (field.type() == FieldType.REGIONS) {
                known(setting.offices().isRegion(value), value, wrong);
            } else if (field.type() == FieldType.CHOICES) {
                known(field.choices().containsKey(value), value, wrong);
            }
        }
        return values;
    }

    /** An order is named by its number and kept by its id. What is merged goes on by the actions of its own method. */
    private String order(Field field, String number, List<Reason> wrong) {
        var found = setting.fellows().find(number);
        if (found.isEmpty()) {
            wrong.add(Reason.of("reason.no-such-order", number));
        } else if (action.outgoing().merge().equals(Optional.of(field.id()))
                && !found.get().method().equals(method.id())) {
            wrong.add(Reason.of("reason.merge-method", method.name()));
        }
        return found.map(fellow -> Long.toString(fellow.id())).orElse(number);
    }

    private static String time(String text, List<Reason> wrong) {
        if (DateTexts.time(text).isEmpty()) {
            wrong.add(Reason.of("reason.time"));
        }
        return text;
    }

    private static String longest(Field field, String text, List<Reason> wrong) {
        if (text.codePointCount(0, text.length()) > field.most()) {
            wrong.add(Reason.of("reason.too-long", field.name(), field.most()));
        }
        if (text.indexOf('\0') >= 0) {
            wrong.add(Reason.of("reason.unreadable", field.name()));
        }
        return text;
    }

    private String sealed(String text, Pattern pattern, String key, List<Reason> wrong) {
        return setting.seal().apply(matched(text, pattern, key, wrong));
    }

    private String idNumber(String text, List<Reason> wrong) {
        if (!ID_NUMBER.matcher(text).matches() || text.charAt(17) != checkDigit(text)) {
            wrong.add(Reason.of("reason.id-number"));
        }
        return setting.seal().apply(text);
    }

    /** GB 11643-1999: weights 2^(17-i) mod 11 over the first 17 digits. */
    private static char checkDigit(String text) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return "10X98765432".charAt(sum % 11);
    }

    private static String matched(String text, Pattern pattern, String key, List<Reason> wrong) {
        if (!pattern.matcher(text).matches()) {
            wrong.add(Reason.of(key));
        }
        return text;
    }

    private static String known(boolean known, String text, List<Reason> wrong) {
        if (!known) {
            wrong.add(Reason.of("reason.choose"));
        }
        return text;
    }

    private static Object number(Field field, String text, List<Reason> wrong) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= field.least() && number <= field.most()) {
                return number;
            }
        }
        wrong.add(Reason.of("reason.number", field.least(), field.most()));
        return 0L;
    }

    private String day(String text, boolean future, List<Reason> wrong) {
        DateTexts.read(text)
                .ifPresentOrElse(
                        day -> wrongAbout(day, future).ifPresent(wrong::add),
                        () -> wrong.add(Reason.of("reason.date")));
        return text;
    }

    private Optional<Reason> wrongAbout(LocalDate day, boolean future) {
        var today = setting.calendar().dayOf(setting.now());
        if (future && !day.isAfter(today)) {
            return Optional.of(Reason.of("reason.future-date"));
        }
        if (day.isAfter(today.plusYears(5)) || day.isBefore(today.minusYears(100))) {
            return Optional.of(Reason.of("reason.date"));
        }
        return !future && day.isAfter(today) ? Optional.of(Reason.of("reason.past-date")) : Optional.empty();
    }

    private static Object yesNo(String text, List<Reason> wrong) {
        if (!YES_NO.contains(text)) {
            wrong.add(Reason.of("reason.choose"));
        }
        return text.equals("true") || text.equals("on") || text.equals("yes");
    }
}
