package org.liudan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.liudan.testing.SettableClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The working calendar over the holidays of National Day 2026, with their make-up workdays. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CalendarMicro {

    private final WorkingCalendar calendar = Holidays.published();
    private final Limit fifteenDays = new Limit.WorkingDays(15);
    private Instant start = SettableClock.at("2026-09-18T09:00");
    private Instant end = SettableClock.at("2026-10-15T16:00");
    private LocalDate first = LocalDate.parse("2026-09-18");
    private LocalDate last = LocalDate.parse("2026-10-15");

    @Benchmark
    public Instant fifteen_working_days_from_a_moment() {
        return fifteenDays.due(start, calendar);
    }

    @Benchmark
    public Instant sixty_working_hours_from_a_moment() {
        return calendar.plusWorkingTime(start, Duration.ofHours(60));
    }

    @Benchmark
    public int working_days_between_two_days() {
        return calendar.workingDaysBetween(first, last);
    }

    @Benchmark
    public Duration working_time_between_two_moments() {
        return calendar.workingTimeBetween(start, end);
    }
}
