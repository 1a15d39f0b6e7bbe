package org.liudan.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.liudan.calendar.BusinessHours;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.organisation.Directories;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Caches the working calendar of the district, which the administrator maintains. */
@Component
public class Calendars {

    private static final String DAYS = """
            select day as date, name, off
            from calendar_day
            where district_id = :district
            order by day
            """;

    private record CachedCalendar(WorkingCalendar calendar, String fingerprint) {}

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Settings settings;
    private final ApplicationEventPublisher events;
    private final AtomicReference<@Nullable CachedCalendar> current = new AtomicReference<>();

    Calendars(JdbcClient jdbc, Directories directories, Settings settings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.settings = settings;
        this.events = events;
    }

    /** The current calendar, normally at most half a minute old. */
    public WorkingCalendar current() {
        return cached().calendar();
    }

    /** A hash of the calendar: the same days and hours have the same fingerprint in every process. */
    public String fingerprint() {
        return cached().fingerprint();
    }

    /**
     * Reads the calendar from the database again, also on a schedule, because another process may have changed it.
     * Publishes {@link CalendarChanged} if it has changed.
     */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public WorkingCalendar reload() {
        return read().calendar();
    }

    /** The stored days off and make-up working days of all years, by date. */
    public List<HolidayArrangement> arrangements() {
        return jdbc.sql(DAYS)
                .param("district", directories.district())
                .query(HolidayArrangement.class)
                .list();
    }

    private CachedCalendar cached() {
        var calendar = current.get();
        return calendar != null ? calendar : read();
    }

    private synchronized CachedCalendar read() {
        var hours = BusinessHours.parse(
                ZoneId.of(
                        settings.value("zone").orElse(BusinessHours.USUAL.zone().getId())),
                settings.value("hours").orElse(BusinessHours.USUAL.toString()));
        var days = arrangements();
        var calendar = new CachedCalendar(
                new WorkingCalendar(hours, days), fingerprint(hours.zone() + " " + hours + " " + days));
        var before = current.getAndSet(calendar);
        if (before != null && !before.fingerprint().equals(calendar.fingerprint())) {
            events.publishEvent(new CalendarChanged(calendar.fingerprint()));
        }
        return calendar;
    }

    private static String fingerprint(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
