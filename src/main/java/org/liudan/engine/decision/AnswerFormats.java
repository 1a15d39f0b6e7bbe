package org.liudan.engine.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liudan.calendar.DateTexts;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.Reason;

/** Checks the format of one answer. Each method adds its errors to the list and returns the normalised answer. */
final class AnswerFormats {

    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}|\\d{7,8}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s()（）-]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Set<String> YES_NO = Set.of("true", "false", "on", "yes", "no");
    private static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern POINT = Pattern.compile("-?\\d{1,3}(\\.\\d{1,8})?,-?\\d{1,2}(\\.\\d{1,8})?");

    private AnswerFormats() {}

    static String text(Field field, String text, List<Reason> errors) {
        if (text.codePointCount(0, text.length()) > field.most()) {
            errors.add(Reason.of("reason.too-long", field.name(), field.most()));
        }
        if (text.indexOf('\0') >= 0) {
            errors.add(Reason.of("reason.unreadable", field.name()));
        }
        return text;
    }

    static String phone(String text, List<Reason> errors) {
        return matching(BETWEEN_DIGITS.matcher(text).replaceAll(""), PHONE, "reason.phone", errors);
    }

    static String idNumber(String text, List<Reason> errors) {
        var number = text.toUpperCase(Locale.ROOT);
        if (!ID_NUMBER.matcher(number).matches() || number.charAt(17) != checkDigit(number)) {
            errors.add(Reason.of("reason.id-number"));
        }
        return number;
    }

    /** GB 11643-1999: weights 2^(17-i) mod 11 over the first 17 digits. */
    private static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        }
        return "10X98765432".charAt(sum % 11);
    }

    static String point(String text, List<Reason> errors) {
        return matching(text.replace(" ", ""), POINT, "reason.point", errors);
    }

    private static String matching(String text, Pattern pattern, String key, List<Reason> errors) {
        if (!pattern.matcher(text).matches()) {
            errors.add(Reason.of(key));
        }
        return text;
    }

    /** @param known true if the answer is one of the possible choices */
    static String known(boolean known, String text, List<Reason> errors) {
        if (!known) {
            errors.add(Reason.of("reason.choose"));
        }
        return text;
    }

    static Object number(Field field, String text, List<Reason> errors) {
        if (NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= field.least() && number <= field.most()) {
                return number;
            }
        }
        errors.add(Reason.of("reason.number", field.least(), field.most()));
        return 0L;
    }

    static Object yesNo(String text, List<Reason> errors) {
        if (!YES_NO.contains(text)) {
            errors.add(Reason.of("reason.choose"));
        }
        return text.equals("true") || text.equals("on") || text.equals("yes");
    }

    static String time(String text, List<Reason> errors) {
        if (DateTexts.time(text).isEmpty()) {
            errors.add(Reason.of("reason.time"));
        }
        return text;
    }

    /** Today or a day in the last 100 years. */
    static String pastDay(String text, LocalDate today, List<Reason> errors) {
        return day(text, today, false, errors);
    }

    /** A day after today, within 5 years. */
    static String futureDay(String text, LocalDate today, List<Reason> errors) {
        return day(text, today, true, errors);
    }

    private static String day(String text, LocalDate today, boolean future, List<Reason> errors) {
        DateTexts.read(text)
                .ifPresentOrElse(
                        day -> dayError(day, today, future).ifPresent(errors::add),
                        () -> errors.add(Reason.of("reason.date")));
        return text;
    }

    private static Optional<Reason> dayError(LocalDate day, LocalDate today, boolean future) {
        if (future && !day.isAfter(today)) {
            return Optional.of(Reason.of("reason.future-date"));
        }
        if (day.isAfter(today.plusYears(5)) || day.isBefore(today.minusYears(100))) {
            return Optional.of(Reason.of("reason.date"));
        }
        return !future && day.isAfter(today) ? Optional.of(Reason.of("reason.past-date")) : Optional.empty();
    }
}
