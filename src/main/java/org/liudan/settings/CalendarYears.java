package org.liudan.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.calendar.BusinessHours;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.engine.method.Reason;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes the working calendar for the administrator: the holiday arrangements of a year, and the business hours. */
@Component
public class CalendarYears {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int NAME = 40;

    private static final String CLEAR = """
            delete from calendar_day
            where district_id = :district and extract(year from day) = :year
            """;
    private static final String DAY = """
            insert into calendar_day (district_id, day, name, off)
            values (:district, :day, :name, :off)
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Directories directories;
    private final Settings settings;
    private final Calendars calendars;
    private final Audit audit;

    CalendarYears(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Directories directories,
            Settings settings,
            Calendars calendars,
            Audit audit) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directories = directories;
        this.settings = settings;
        this.calendars = calendars;
        this.audit = audit;
    }

    /**
     * Replaces the arrangements of a year. Afterwards the files that the product ships no longer change that year.
     *
     * @return all faults of the arrangements; if there are any, nothing has changed
     */
    public List<Reason> publish(int year, List<HolidayArrangement> days, AuditSource source) {
        var faults = faults(year, days);
        if (!faults.isEmpty()) {
            return faults;
        }
        transaction.executeWithoutResult(status -> {
            jdbc.sql(CLEAR)
                    .param("district", directories.district())
                    .param("year", year)
                    .update();
            days.forEach(this::insert);
            settings.put("calendar-" + year, "edited", source.account());
            audit.record(source, "calendar", "calendar-" + year, true);
        });
        calendars.reload();
        return List.of();
    }

    /**
     * Changes the business hours.
     *
     * @param hours for example {@code 08:30-12:00, 14:30-17:30}
     * @return the fault of the hours; if there is one, nothing has changed
     */
    public Optional<Reason> open(String hours, AuditSource source) {
        BusinessHours read;
        try {
            read = BusinessHours.parse(calendars.current().hours().zone(), hours);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.of(Reason.of("calendar.fault.hours", hours));
        }
        transaction.executeWithoutResult(status -> {
            settings.put("hours", read.toString(), source.account());
            audit.record(source, "hours", read.toString(), true);
        });
        calendars.reload();
        return Optional.empty();
    }

    /** All faults of the arrangements of a year. For a fault of one day, the first argument is its date. */
    public static List<Reason> faults(int year, List<HolidayArrangement> days) {
        var faults = new ArrayList<Reason>();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            faults.add(Reason.of("calendar.fault.year", Integer.toString(year)));
        }
        if (days.stream().noneMatch(HolidayArrangement::off)) {
            faults.add(Reason.of("calendar.fault.no-day-off", Integer.toString(year)));
        }
        var seen = new HashSet<LocalDate>();
        for (var day : days) {
            var date = day.date().toString();
            if (day.date().getYear() != year) {
                faults.add(Reason.of("calendar.fault.other-year", date, Integer.toString(year)));
            }
            if (!seen.add(day.date())) {
                faults.add(Reason.of("calendar.fault.twice", date));
            }
            if (day.name().isBlank() || day.name().length() > NAME) {
                faults.add(Reason.of("calendar.fault.name", date, NAME));
            }
            if (!day.off() && !isWeekend(day.date())) {
                faults.add(Reason.of("calendar.fault.not-make-up", date));
            }
        }
        return faults;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private void insert(HolidayArrangement day) {
        jdbc.sql(DAY)
                .param("district", directories.district())
                .param("day", day.date())
                .param("name", day.name().strip())
                .param("off", day.off())
                .update();
    }
}
