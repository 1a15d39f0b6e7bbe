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

/** Keeps the working calendar of the district, as the administrator has set it. */
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

    public WorkingCalendar current() {
        return cached().calendar();
    }

    /** Names the calendar: the same days and hours have the same fingerprint in every process. */
    public String fingerprint() {
        return cached().fingerprint();
    }

    /** Reads the calendar anew, also because another process may have changed it; tells so if it has. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public WorkingCalendar reload() {
        return read().calendar();
    }

    public List<HolidayArrangement> arrangements() {
        return jdbc.sql(DAYS)
                .param("district", directories.district())
                .query(HolidayArrangement.class)
                .list();
    }

    private CachedCalendar cached() {
        var known = current.get();
        return known != null ? known : read();
    }

    private synchronized CachedCalendar read() {
        var hours = BusinessHours.parse(
                ZoneId.of(
                        settings.value("zone").orElse(BusinessHours.USUAL.zone().getId())),
                settings.value("hours").orElse(BusinessHours.USUAL.toString()));
        var days = arrangements();
        var known = new CachedCalendar(new WorkingCalendar(hours, days), fingerprint(hours.zone() + " " + hours + " " + days));
        var before = current.getAndSet(known);
        if (before != null && !before.fingerprint().equals(known.fingerprint())) {
            events.publishEvent(new CalendarChanged(known.fingerprint()));
        }
        return known;
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
