package org.liudan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in an address is a day that the database can hold, or no day at all. */
class DaysTest {

    @Test
    void a_day_is_read_as_it_is_written() {
        assertThat(Days.read("2026-01-31")).contains(LocalDate.of(2026, 1, 31));
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
        assertThat(Days.read(text)).isEmpty();
    }
}
