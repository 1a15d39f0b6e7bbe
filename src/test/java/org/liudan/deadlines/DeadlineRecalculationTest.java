package org.liudan.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liudan.audit.AuditSource;
import org.liudan.calendar.HolidayArrangement;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.settings.CalendarYears;
import org.liudan.settings.Settings;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=calendar")
class DeadlineRecalculationTest {

    private static final AuditSource BY = new AuditSource("admin", "192.0.2.7");

    @Autowired
    DeadlineRecalculation recalculation;

    @Autowired
    CalendarYears years;

    @Autowired
    Settings settings;

    @Autowired
    OrderDesk desk;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_deadline_after_the_last_published_year_moves_and_becomes_final_when_the_year_is_published() {
        clock.set("2026-12-30T09:00");
        var provisional = people.dispatched();
        var untouched = people.raised();
        assertThat(provisional.clock("handle").orElseThrow().dueAt()).isEqualTo(SettableClock.at("2027-01-04T17:30"));
        assertThat(settled(provisional)).isFalse();
        recalculation.catchUp();
        assertThat(settled(provisional)).isFalse();

        clock.set("2026-12-30T10:00");
        assertThat(years.publish(2027, days2027(), BY)).isEmpty();
        assertThat(recalculation.catchUp()).isEqualTo(1);
        assertThat(recalculation.catchUp()).isZero();

        var moved = desk.find(provisional.id()).orElseThrow();
        assertThat(moved.clock("handle").orElseThrow().dueAt()).isEqualTo(SettableClock.at("2027-01-05T17:30"));
        assertThat(settled(provisional)).isTrue();
        assertThat(events(provisional)).isEqualTo(5);
        assertThat(events(untouched)).isEqualTo(1);
    }

    @Test
    void a_change_that_no_process_has_finished_is_processed_after_the_next_start() {
        clock.set("2026-11-16T09:00");
        var order = people.dispatched();
        recalculation.catchUp();
        jdbc.sql("insert into calendar_day select district_id, '2026-11-18', '放假', true from district")
                .update();
        assertThat(recalculation.catchUp()).isZero();
        settings.put("clocks-follow-calendar", "the calendar of last year", null);
        assertThat(recalculation.catchUp()).isPositive();
        assertThat(desk.find(order.id())
                        .orElseThrow()
                        .clock("handle")
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(SettableClock.at("2026-11-20T17:30"));
        jdbc.sql("delete from calendar_day where day = '2026-11-18'").update();
        settings.put("clocks-follow-calendar", "", null);
        recalculation.catchUp();
    }

    @Test
    void many_orders_are_recomputed_batch_by_batch() {
        clock.set("2028-12-28T09:00");
        var orders = new ArrayList<Order>();
        for (int i = 0; i < 120; i++) {
            orders.add(people.raised());
        }
        years.open("08:00-12:00, 14:00-17:00", BY);
        clock.pass(java.time.Duration.ofMinutes(1));
        assertThat(recalculation.catchUp()).isGreaterThanOrEqualTo(120);
        assertThat(orders)
                .allSatisfy(
                        order -> assertThat(desk.find(order.id()).orElseThrow().dueAt())
                                .contains(SettableClock.at("2028-12-28T17:00")));
        years.open("08:30-12:00, 14:30-17:30", BY);
        recalculation.catchUp();
    }

    private boolean settled(Order order) {
        return jdbc.sql("select settled from orders where id = :id")
                .param("id", order.id())
                .query(Boolean.class)
                .single();
    }

    private int events(Order order) {
        return desk.find(order.id()).orElseThrow().events();
    }

    /** The days of a possible holiday notice. */
    private static List<HolidayArrangement> days2027() {
        var days = new ArrayList<HolidayArrangement>();
        for (var day : List.of("01-01", "01-02", "01-03")) {
            days.add(new HolidayArrangement(LocalDate.parse("2027-" + day), "元旦", true));
        }
        for (var day = LocalDate.parse("2027-02-05"); day.getDayOfMonth() <= 11; day = day.plusDays(1)) {
            days.add(new HolidayArrangement(day, "春节", true));
        }
        days.add(new HolidayArrangement(LocalDate.parse("2027-01-31"), "春节", false));
        days.add(new HolidayArrangement(LocalDate.parse("2027-02-20"), "春节", false));
        return days;
    }
}
