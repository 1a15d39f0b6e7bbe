package org.liudan.administration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.administration.CalendarPage.Holiday;
import org.liudan.administration.CalendarPage.Year;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.engine.method.Reason;
import org.liudan.settings.Calendars;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Makes the calendar page from the stored years. */
@Component
class CalendarPageMaker {

    /** The first year whose published arrangements are reliable. */
    private static final int FIRST = 2018;

    private final Calendars calendars;

    CalendarPageMaker(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * What the page shows.
     *
     * @param days the submitted text, if it has errors
     * @param hours the submitted business hours, if they have errors
     */
    record CalendarPageState(
            String year, Optional<String> days, Optional<String> hours, List<Reason> reasons, String done) {

        static CalendarPageState show(String year, String done) {
            return new CalendarPageState(year, Optional.empty(), Optional.empty(), List.of(), done);
        }
    }

    CalendarPage page(PageContext context, CalendarPageState state) {
        int currentYear = context.calendar().dayOf(context.now()).getYear();
        var byYear = calendars.arrangements().stream()
                .collect(Collectors.groupingBy(day -> day.date().getYear()));
        int last = Math.max(currentYear + 1, byYear.keySet().stream().reduce(0, Math::max));
        var years = IntStream.iterate(last, year -> year >= FIRST, year -> year - 1)
                .mapToObj(year -> year(year, byYear.getOrDefault(year, List.of())))
                .toList();
        var chosen = years.stream()
                .filter(year -> year.year().equals(state.year()))
                .findFirst()
                .orElseGet(() -> year(currentYear, byYear.getOrDefault(currentYear, List.of())));
        var days = byYear.getOrDefault(Integer.parseInt(chosen.year()), List.<HolidayArrangement>of());
        return new CalendarPage(
                years,
                chosen,
                holidays(days, context),
                state.days().orElseGet(() -> CalendarText.write(days, context)),
                state.hours().orElseGet(() -> calendars.current().hours().toString()),
                state.reasons(),
                Optional.of(state.done()).filter(done -> done.equals("year") || done.equals("hours")));
    }

    private static Year year(int year, List<HolidayArrangement> days) {
        long off = days.stream().filter(HolidayArrangement::off).count();
        return new Year(Integer.toString(year), !days.isEmpty(), off, days.size() - off);
    }

    private static List<Holiday> holidays(List<HolidayArrangement> days, PageContext context) {
        var format = DateTimeFormatter.ofPattern(context.t("calendar.format"), context.locale());
        Map<String, List<HolidayArrangement>> byName = days.stream()
                .collect(Collectors.groupingBy(HolidayArrangement::name, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(holiday -> {
                    var off = dates(holiday.getValue(), true);
                    var work = dates(holiday.getValue(), false);
                    return new Holiday(
                            holiday.getKey(),
                            ranges(off).stream()
                                    .map(range -> range(range, format, context))
                                    .toList(),
                            off.size(),
                            work.stream().map(format::format).toList());
                })
                .toList();
    }

    private static List<LocalDate> dates(List<HolidayArrangement> days, boolean off) {
        return days.stream()
                .filter(day -> day.off() == off)
                .map(HolidayArrangement::date)
                .sorted()
                .toList();
    }

    private static List<List<LocalDate>> ranges(List<LocalDate> dates) {
        var ranges = new ArrayList<List<LocalDate>>();
        for (var date : dates) {
            var last = ranges.isEmpty() ? List.<LocalDate>of() : ranges.get(ranges.size() - 1);
            if (!last.isEmpty() && last.get(last.size() - 1).plusDays(1).equals(date)) {
                last.add(date);
            } else {
                ranges.add(new ArrayList<>(List.of(date)));
            }
        }
        return ranges;
    }

    private static String range(List<LocalDate> range, DateTimeFormatter format, PageContext context) {
        var from = format.format(range.get(0));
        return range.size() == 1 ? from : context.t("calendar.run", from, format.format(range.get(range.size() - 1)));
    }
}
