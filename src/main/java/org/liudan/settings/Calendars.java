package org.liudan.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.liudan.calendar.Arrangement;
import org.liudan.calendar.BusinessHours;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.people.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the working calendar of the district, as the administrator has set it. */
@Component
public class Calendars {

    private static final String DAYS = """
            select day as date, name, off
            from calendar_day
            where district_id = :district
            order by day
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final AtomicReference<@Nullable WorkingCalendar> current = new AtomicReference<>();

    Calendars(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    public WorkingCalendar current() {
        var calendar = current.get();
        return calendar != null ? calendar : reload();
    }

    /** Reads the calendar anew, also because another process may have changed it. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public WorkingCalendar reload() {
        var hours = BusinessHours.parse(
                ZoneId.of(setting("zone", BusinessHours.USUAL.zone().getId())),
                setting("hours", BusinessHours.USUAL.toString()));
        var calendar = new WorkingCalendar(hours, arrangements());
        current.set(calendar);
        return calendar;
    }

    public List<Arrangement> arrangements() {
        return jdbc.sql(DAYS)
                .param("district", directories.district())
                .query(Arrangement.class)
                .list();
    }

    private String setting(String name, String otherwise) {
        return jdbc.sql("select value from setting where district_id = :district and name = :name")
                .param("district", directories.district())
                .param("name", name)
                .query(String.class)
                .optional()
                .orElse(otherwise);
    }
}
