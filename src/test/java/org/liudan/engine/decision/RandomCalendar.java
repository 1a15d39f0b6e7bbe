package org.liudan.engine.decision;

import java.time.LocalDate;
import java.util.Random;
import java.util.TreeMap;
import org.liudan.calendar.BusinessHours;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.calendar.Holidays;
import org.liudan.calendar.WorkingCalendar;

/** The published holidays with twenty random changes. */
final class RandomCalendar {

    private RandomCalendar() {}

    static WorkingCalendar any(Random random) {
        var days = new TreeMap<LocalDate, HolidayArrangement>();
        Holidays.arrangements().forEach(arrangement -> days.put(arrangement.date(), arrangement));
        for (int i = 0; i < 20; i++) {
            var day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(700));
            days.put(day, new HolidayArrangement(day, "调整", random.nextBoolean()));
        }
        return new WorkingCalendar(BusinessHours.USUAL, days.values());
    }
}
