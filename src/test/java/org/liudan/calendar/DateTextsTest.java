package org.liudan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text from a URL gives a day that the database can store, or none. */
class DateTextsTest {

    @Test
    void a_day_is_read_as_it_is_written() {
        assertThat(DateTexts.read("2026-01-31")).contains(LocalDate.of(2026, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-30",
                "2026-1-31",
                "31.01.2026",
                "+999999999-12-31",
                "-999999999-01-01",
                "-0001-01-01"
            })
    void what_is_none_or_of_a_year_without_four_digits_is_no_day(String text) {
        assertThat(DateTexts.read(text)).isEmpty();
    }

    @Test
    void months_times_and_moments_are_read_as_they_are_written() {
        assertThat(DateTexts.month("2026-01")).contains(YearMonth.of(2026, 1));
        assertThat(DateTexts.time("2026-01-31T09:30")).contains(LocalDateTime.of(2026, 1, 31, 9, 30));
        assertThat(DateTexts.moment("2026-01-31T01:30:00Z")).contains(Instant.parse("2026-01-31T01:30:00Z"));
        assertThat(DateTexts.moment("2026-01-31T01:30:00.123456Z"))
                .contains(Instant.parse("2026-01-31T01:30:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-13", "2026-1", "+999999999-12", "+99999-12", "-0001-01"})
    void what_is_none_or_of_a_year_without_four_digits_is_no_month(String text) {
        assertThat(DateTexts.month(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-01-31", "2026-01-31T25:00", "+999999999-12-31T09:30", "-0001-01-01T09:30"})
    void what_is_none_or_of_a_year_without_four_digits_is_no_time_and_no_moment(String text) {
        assertThat(DateTexts.time(text)).isEmpty();
        assertThat(DateTexts.moment(text)).isEmpty();
        assertThat(DateTexts.moment(text + ":00Z")).isEmpty();
    }
}
