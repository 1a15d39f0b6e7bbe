package org.liudan.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The published holidays 2018–2026, as they are shipped. */
public final class Holidays {

    private Holidays() {}

    public static WorkingCalendar published() {
        return new WorkingCalendar(BusinessHours.USUAL, arrangements());
    }

    public static List<HolidayArrangement> arrangements() {
        try (var file = Holidays.class.getResourceAsStream("/rulebook/calendar/holidays.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells ->
                            new HolidayArrangement(LocalDate.parse(cells[0]), cells[1], Boolean.parseBoolean(cells[2])))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
