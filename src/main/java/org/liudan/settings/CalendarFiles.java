package org.liudan.settings;

import java.time.LocalDate;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.CsvFile;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** Loads the published holidays that the product ships into the database. */
@Component
public class CalendarFiles {

    private static final String DAY = """
            insert into calendar_day (district_id, day, name, off)
            select :district, :day, :name, :off
            where not exists (
                select from setting
                where district_id = :district and name = 'calendar-' || extract(year from :day::date))
            on conflict do nothing
            """;

    private final NamedParameterJdbcOperations jdbc;
    private final Directories directories;
    private final Calendars calendars;

    CalendarFiles(NamedParameterJdbcOperations jdbc, Directories directories, Calendars calendars) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.calendars = calendars;
    }

    /** Adds missing days, but leaves years alone that the administrator has edited. */
    public void load() {
        var rows = CsvFile.ofClasspath("rulebook/calendar/holidays.csv").rows().stream()
                .map(row -> new MapSqlParameterSource("district", directories.district())
                        .addValue("day", LocalDate.parse(row.get("date")))
                        .addValue("name", row.get("name"))
                        .addValue("off", Boolean.parseBoolean(row.get("off"))))
                .toArray(MapSqlParameterSource[]::new);
        jdbc.batchUpdate(DAY, rows);
        calendars.reload();
    }
}
