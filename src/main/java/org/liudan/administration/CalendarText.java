package org.liudan.administration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.engine.method.Reason;
import org.liudan.settings.CalendarYears;
import org.liudan.web.PageContext;

/**
 * The holiday arrangements of a year as typed or pasted text, with one day per line: {@code 2027-01-01 元旦 休}, or lines of
 * the CSV file that the product ships.
 *
 * @param lines the lines that could be read
 * @param unreadable the errors of the other lines
 */
record CalendarText(List<ArrangementLine> lines, List<Reason> unreadable) {

    static final String FIELD = "days";

    private static final Set<String> OFF = Set.of("休", "休息", "放假", "off", "true");
    private static final Set<String> WORK = Set.of("班", "上班", "调休", "work", "false");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern HEADER = Pattern.compile("(?i)\\s*date\\s*,.*");
    private static final int MAX_SHOWN = 60;

    /** One day, and the number of its line. */
    record ArrangementLine(int number, HolidayArrangement day) {}

    static CalendarText read(String text) {
        var lines = new ArrayList<ArrangementLine>();
        var unreadable = new ArrayList<Reason>();
        int number = 0;
        for (var line : text.lines().toList()) {
            int lineNumber = ++number;
            if (!line.isBlank() && !HEADER.matcher(line).matches()) {
                day(line)
                        .ifPresentOrElse(
                                day -> lines.add(new ArrangementLine(lineNumber, day)),
                                () -> unreadable.add(
                                        fault("calendar.line", Integer.toString(lineNumber), shortened(line))));
            }
        }
        return new CalendarText(lines, unreadable);
    }

    /** Arrangements as text that can be edited, in the reader's language. */
    static String write(List<HolidayArrangement> days, PageContext context) {
        var text = new StringBuilder();
        days.forEach(day -> text.append(day.date())
                .append(' ')
                .append(day.name())
                .append(' ')
                .append(context.t(day.off() ? "calendar.day.off" : "calendar.day.work"))
                .append('\n'));
        return text.toString();
    }

    List<HolidayArrangement> days() {
        return lines.stream().map(ArrangementLine::day).toList();
    }

    /** All errors of the text as the arrangements of a year, each with its line. */
    List<Reason> faults(int year, PageContext context) {
        var faults = new ArrayList<>(unreadable);
        for (var fault : CalendarYears.faults(year, days())) {
            var line = lineOf(fault);
            if (line.isPresent()) {
                faults.add(fault("calendar.at-line", Integer.toString(line.get().number()), context.reason(fault)));
            } else if (unreadable.isEmpty()) {
                faults.add(fault(fault.key(), fault.args().toArray()));
            }
        }
        faults.sort(Comparator.comparingInt(CalendarText::number));
        return faults;
    }

    /** The number of the line that an error names; 0 for an error of the whole text, so that it comes first. */
    private static int number(Reason fault) {
        return fault.key().equals("calendar.line") || fault.key().equals("calendar.at-line")
                ? Integer.parseInt(fault.args().get(0).toString())
                : 0;
    }

    /** The line of an error: the second line of its date if the date is there twice, otherwise the first. */
    private Optional<ArrangementLine> lineOf(Reason fault) {
        var sameDate = lines.stream()
                .filter(line -> fault.args().get(0).equals(line.day().date().toString()))
                .toList();
        return fault.key().endsWith("twice")
                ? sameDate.stream().skip(1).findFirst()
                : sameDate.stream().findFirst();
    }

    private static Optional<HolidayArrangement> day(String line) {
        var parts = line.strip().split("[\\s,，、]+");
        if (parts.length < 3) {
            return Optional.empty();
        }
        var date = date(parts[0]);
        var kind = parts[parts.length - 1].toLowerCase(Locale.ROOT);
        var name = String.join(" ", List.of(parts).subList(1, parts.length - 1));
        return OFF.contains(kind) || WORK.contains(kind)
                ? date.map(day -> new HolidayArrangement(day, name, OFF.contains(kind)))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        var matcher = DATE.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String shortened(String line) {
        return line.length() <= MAX_SHOWN ? line.strip() : line.substring(0, MAX_SHOWN) + "…";
    }

    private static Reason fault(String key, Object... args) {
        return new Reason(key, List.of(args), Optional.of(FIELD));
    }
}
