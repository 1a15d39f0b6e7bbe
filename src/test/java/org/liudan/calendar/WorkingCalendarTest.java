package org.liudan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = Holidays.published();

    @Test
    void three_working_days_from_a_monday_end_at_the_close_of_business_on_thursday() {
        assertThat(due("2026-11-16T10:00", "3 working days")).isEqualTo(at("2026-11-19T17:30"));
    }

    @Test
    void fifteen_working_days_over_the_national_day_holiday_count_its_make_up_workdays() {
        // 2026: days off 25–27 September and 1–7 October; make-up workdays Sunday 20 September and Saturday 10 October
        assertThat(due("2026-09-18T09:00", "15 working days")).isEqualTo(at("2026-10-15T17:30"));
    }

    @Test
    void a_make_up_saturday_is_a_working_day() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(due("2026-10-10T09:00", "same day")).isEqualTo(at("2026-10-10T17:30"));
    }

    @Test
    void same_day_means_the_next_working_day_when_received_after_hours_or_on_a_day_off() {
        assertThat(due("2026-11-20T08:00", "same day")).isEqualTo(at("2026-11-20T17:30"));
        assertThat(due("2026-11-20T17:30", "same day")).isEqualTo(at("2026-11-23T17:30"));
        assertThat(due("2026-11-21T12:00", "same day")).isEqualTo(at("2026-11-23T17:30"));
    }

    @Test
    void the_last_of_some_calendar_days_moves_past_a_day_off() {
        assertThat(due("2026-09-01T09:00", "30 days")).isEqualTo(at("2026-10-08T17:30"));
    }

    @Test
    void minutes_run_day_and_night() {
        assertThat(due("2026-11-21T23:50", "30 minutes")).isEqualTo(at("2026-11-22T00:20"));
    }

    @Test
    void no_working_time_passes_over_a_weekend() {
        assertThat(calendar.workingTimeBetween(at("2026-11-20T17:30"), at("2026-11-23T08:30")))
                .isZero();
        assertThat(calendar.workingTimeBetween(at("2026-11-20T16:30"), at("2026-11-23T09:30")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void lunch_is_not_working_time() {
        assertThat(calendar.workingTimeBetween(at("2026-11-20T11:30"), at("2026-11-20T15:00")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_deadline_beyond_the_published_years_is_not_settled_until_the_year_is_entered() {
        var start = at("2026-12-28T09:00");
        var due = due("2026-12-28T09:00", "15 working days");
        assertThat(calendar.isSettled(start, due)).isFalse();
        assertThat(calendar.isSettled(start, at("2026-12-31T17:30"))).isTrue();
        var arrangements = new ArrayList<>(Holidays.arrangements());
        arrangements.add(new HolidayArrangement(LocalDate.parse("2027-01-01"), "元旦", true));
        var published = new WorkingCalendar(BusinessHours.USUAL, arrangements);
        assertThat(published.isSettled(start, due)).isTrue();
        assertThat(Limit.parse("15 working days").orElseThrow().due(start, published))
                .isAfter(due);
    }

    @Property
    void the_deadline_of_n_working_days_is_n_working_days_away(
            @ForAll("instants") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        var due = new Limit.WorkingDays(days).due(start, calendar);
        assertThat(calendar.workingDaysBetween(calendar.dayOf(start), calendar.dayOf(due)))
                .isEqualTo(days);
        assertThat(calendar.isWorkingDay(calendar.dayOf(due))).isTrue();
        assertThat(calendar.closing(calendar.dayOf(due))).isEqualTo(due);
    }

    @Property
    void adding_working_time_and_measuring_it_are_inverse(
            @ForAll("instants") Instant start, @ForAll @IntRange(min = 0, max = 40_000) int minutes) {
        var working = Duration.ofMinutes(minutes);
        assertThat(calendar.workingTimeBetween(start, calendar.plusWorkingTime(start, working)))
                .isEqualTo(working);
    }

    @Property
    void measuring_working_time_and_adding_it_never_goes_past_the_end(
            @ForAll("instants") Instant start, @ForAll("instants") Instant end) {
        var between = calendar.workingTimeBetween(start, end);
        if (!between.isZero()) {
            assertThat(calendar.plusWorkingTime(start, between)).isBeforeOrEqualTo(end);
        }
    }

    @Property
    void working_time_adds_up_over_any_instant_between(
            @ForAll("instants") Instant one, @ForAll("instants") Instant two, @ForAll("instants") Instant three) {
        var sorted = Stream.of(one, two, three).sorted().toList();
        assertThat(calendar.workingTimeBetween(sorted.get(0), sorted.get(1))
                        .plus(calendar.workingTimeBetween(sorted.get(1), sorted.get(2))))
                .isEqualTo(calendar.workingTimeBetween(sorted.get(0), sorted.get(2)));
    }

    @Property
    void a_later_start_never_falls_due_earlier_and_more_days_never_sooner(
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant two,
            @ForAll @IntRange(min = 1, max = 30) int days) {
        var earlier = one.isBefore(two) ? one : two;
        var later = one.isBefore(two) ? two : one;
        for (var limit : new Limit[] {new Limit.WorkingDays(days), new Limit.SameDay(), new Limit.Days(days)}) {
            assertThat(limit.due(later, calendar)).isAfterOrEqualTo(limit.due(earlier, calendar));
        }
        assertThat(new Limit.WorkingDays(days + 1).due(one, calendar))
                .isAfter(new Limit.WorkingDays(days).due(one, calendar));
    }

    @Property
    void no_deadline_falls_on_a_day_off(
            @ForAll("instants") Instant start, @ForAll @IntRange(min = 1, max = 90) int days) {
        for (var limit : new Limit[] {new Limit.WorkingDays(days), new Limit.SameDay(), new Limit.Days(days)}) {
            assertThat(calendar.isWorkingDay(calendar.dayOf(limit.due(start, calendar))))
                    .isTrue();
        }
    }

    @Property
    void a_limit_parses_its_own_text(@ForAll @IntRange(min = 1, max = 99_999) int count) {
        for (var limit : new Limit[] {
            new Limit.WorkingDays(count), new Limit.Days(count), new Limit.Minutes(count), new Limit.SameDay()
        }) {
            assertThat(Limit.parse(limit.toString())).contains(limit);
        }
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        at("2018-01-01T00:00").getEpochSecond() / 60,
                        at("2026-12-31T00:00").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    private Instant due(String start, String limit) {
        return Limit.parse(limit).orElseThrow().due(at(start), calendar);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BusinessHours.USUAL.zone()).toInstant();
    }
}
