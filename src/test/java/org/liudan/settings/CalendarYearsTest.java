package org.liudan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liudan.audit.AuditSource;
import org.liudan.calendar.BusinessHours;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.engine.method.Reason;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DistrictTest
@RecordApplicationEvents
@TestPropertySource(properties = "liudan.database-of=calendar")
class CalendarYearsTest {

    private static final AuditSource SOURCE = new AuditSource("admin", "192.0.2.7");

    @Autowired
    CalendarYears years;

    @Autowired
    CalendarFiles files;

    @Autowired
    Calendars calendars;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void usualHours() {
        years.open(BusinessHours.USUAL.toString(), SOURCE);
    }

    @Test
    void replacing_a_year_is_recorded_and_published_as_an_event() {
        assertThat(years.publish(2028, List.of(off("2028-01-03", "元旦"), work("2028-01-08", "元旦")), SOURCE))
                .isEmpty();
        assertThat(calendars.current().isWorkingDay(LocalDate.parse("2028-01-03")))
                .isFalse();
        assertThat(calendars.current().isWorkingDay(LocalDate.parse("2028-01-08")))
                .isTrue();
        assertThat(events.stream(CalendarChanged.class)).hasSize(1);
        assertThat(years.publish(2028, List.of(off("2028-01-04", "元旦")), SOURCE))
                .isEmpty();
        assertThat(calendars.arrangements())
                .filteredOn(day -> day.date().getYear() == 2028)
                .extracting(HolidayArrangement::date)
                .containsExactly(LocalDate.parse("2028-01-04"));
        assertThat(jdbc.sql("select subject || ' ' || address from audit where kind = 'calendar' and account = 'admin'")
                        .query(String.class)
                        .list())
                .contains("calendar-2028 192.0.2.7");
    }

    @Test
    void the_files_of_the_product_leave_an_edited_year_alone() {
        years.publish(2019, List.of(off("2019-01-01", "元旦")), SOURCE);
        files.load();
        assertThat(calendars.arrangements())
                .filteredOn(day -> day.date().getYear() == 2019)
                .hasSize(1);
    }

    @Test
    void all_faults_are_reported_at_once_and_nothing_changes() {
        var before = calendars.arrangements();
        assertThat(years.publish(
                        2027,
                        List.of(work("2027-01-04", "元旦"), work("2026-01-03", " "), work("2027-01-04", "元旦")),
                        SOURCE))
                .extracting(Reason::key)
                .containsExactly(
                        "calendar.fault.no-day-off",
                        "calendar.fault.not-make-up",
                        "calendar.fault.other-year",
                        "calendar.fault.name",
                        "calendar.fault.twice",
                        "calendar.fault.not-make-up");
        assertThat(years.publish(20270, List.of(), SOURCE))
                .extracting(Reason::key)
                .containsExactly("calendar.fault.year", "calendar.fault.no-day-off");
        assertThat(calendars.arrangements()).isEqualTo(before);
        assertThat(events.stream(CalendarChanged.class)).isEmpty();
    }

    @Test
    void business_hours_change_and_unreadable_ones_do_not() {
        assertThat(years.open("09:00-12:00, 13:00-17:00", SOURCE)).isEmpty();
        assertThat(calendars.current().hours()).hasToString("09:00-12:00, 13:00-17:00");
        for (var unreadable : List.of("", "早上", "09:00-08:00", "09:00-12:00, 11:00-13:00", "25:00-26:00")) {
            assertThat(years.open(unreadable, SOURCE)).contains(Reason.of("calendar.fault.hours", unreadable));
        }
        assertThat(calendars.current().hours()).hasToString("09:00-12:00, 13:00-17:00");
    }

    private static HolidayArrangement off(String date, String name) {
        return new HolidayArrangement(LocalDate.parse(date), name, true);
    }

    private static HolidayArrangement work(String date, String name) {
        return new HolidayArrangement(LocalDate.parse(date), name, false);
    }
}
