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

/** Puts together what is known of the years. */
@Component
class CalendarPageMaker {

    /** From here on there are arrangements in a form that can be relied on. */
    private static final int FIRST = 2018;

    private final Calendars calendars;

    CalendarPageMaker(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * What the page is asked to show.
     *
     * @param days what was typed when it comes back with faults
     * @param hours likewise
     */
    record CalendarPageState(String year, Optional<String> days, Optional<String> hours, List<Reason> reasons, String done) {

        static CalendarPageState show(String year, String done) {
            return new CalendarPageState(year, Optional.empty(), Optional.empty(), List.of(), done);
        }
    }

    CalendarPage page(PageContext context, CalendarPageState state) {
        int now = context.calendar().dayOf(context.now()).getYear();
        var byYear = calendars.arrangements().stream()
                .collect(Collectors.groupingBy(day -> day.date().getYear()));
        int last = Math.max(now + 1, byYear.keySet().stream().reduce(0, Math::max));
        var years = IntStream.iterate(last, year -> year >= FIRST, year -> year - 1)
                .mapToObj(year -> year(year, byYear.getOrDefault(year, List.of())))
                .toList();
        var chosen = years.stream()
                .filter(year -> year.year().equals(state.year()))
                .findFirst()
                .orElseGet(() -> year(now, byYear.getOrDefault(now, List.of())));
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
                            runs(off).stream()
                                    .map(run -> run(run, format, context))
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

    private static List<List<LocalDate>> runs(List<LocalDate> dates) {
        var runs = new ArrayList<List<LocalDate>>();
        for (var date : dates) {
            var last = runs.isEmpty() ? List.<LocalDate>of() : runs.get(runs.size() - 1);
            if (!last.isEmpty() && last.get(last.size() - 1).plusDays(1).equals(date)) {
                last.add(date);
            } else {
                runs.add(new ArrayList<>(List.of(date)));
            }
        }
        return runs;
    }

    private static String run(List<LocalDate> run, DateTimeFormatter format, PageContext context) {
        var from = format.format(run.get(0));
        return run.size() == 1 ? from : context.t("calendar.run", from, format.format(run.get(run.size() - 1)));
    }
}
