package org.liudan.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.HANDLER;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.jobs.Leases;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.verification.Difference;
import org.liudan.orders.verification.Verification;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=deadlines")
class DueClocksTest {

    private static final List<String> OF_TRIAGE = List.of("raise", "clock-warned", "clock-breached", "clock-escalated");

    /** The clock for the answer is warned, breached and escalated, then the clock for finishing, which escalates three times. */
    private static final List<String> OF_ACCEPTING = List.of(
            "raise",
            "report",
            "sign",
            "dispatch",
            "clock-warned",
            "clock-breached",
            "clock-escalated",
            "clock-warned",
            "clock-breached",
            "clock-escalated",
            "clock-escalated",
            "clock-escalated",
            "press-overdue");

    @Autowired
    DueClocks clocks;

    @Autowired
    Claims claims;

    @Autowired
    OrderDesk desk;

    @Autowired
    Leases leases;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_clock_is_warned_breached_and_escalated_once_each_as_time_passes() {
        clock.set("2026-11-16T09:00");
        var order = people.raised();
        clock.set("2026-11-16T15:00");
        clocks.serve();
        assertThat(actions(order)).containsExactly("raise");
        clock.set("2026-11-16T17:00");
        clocks.serve();
        clocks.serve();
        assertThat(actions(order)).containsExactly("raise", "clock-warned");
        clock.set("2026-11-16T17:30");
        clocks.serve();
        clocks.serve();
        assertThat(actions(order)).containsExactly("raise", "clock-warned", "clock-breached");
        clock.set("2026-11-18T09:00");
        clocks.serve();
        clocks.serve();
        assertThat(actions(order)).containsExactly("raise", "clock-warned", "clock-breached", "clock-escalated");
        assertThat(notices(order)).endsWith("clock-escalated:431271001:secretary");
    }

    @Test
    void several_workers_after_an_outage_of_days_do_everything_exactly_once() throws Exception {
        clock.set("2026-11-16T09:00");
        var orders = new ArrayList<Order>();
        for (int i = 0; i < 150; i++) {
            orders.add(i % 10 == 0 ? people.dispatched() : people.raised());
        }
        clock.set("2026-11-29T03:00");
        var pool = Executors.newFixedThreadPool(6);
        var workers = IntStream.range(0, 6)
                .mapToObj(n -> new DueClocks(jdbc, claims, desk, leases, clock))
                .map(worker -> (Callable<Integer>) worker::serve)
                .toList();
        int served = 0;
        for (var result : pool.invokeAll(workers)) {
            served += result.get();
        }
        pool.shutdown();
        assertThat(served).isGreaterThanOrEqualTo(orders.size());
        for (var order : orders) {
            assertThat(actions(order)).isEqualTo(order.step().equals("triage") ? OF_TRIAGE : OF_ACCEPTING);
            assertThat(desk.find(order.id()).orElseThrow().alarmAt()).isEmpty();
        }
        assertThat(clocks.serve()).isZero();
        assertThat(verification.verify().differences())
                .extracting(Difference::order)
                .doesNotContainAnyElementsOf(ids(orders));
    }

    @Test
    void residents_write_while_workers_act_and_nothing_is_lost_or_repeated() throws Exception {
        clock.set("2026-11-16T09:00");
        var orders = IntStream.range(0, 60).mapToObj(n -> people.raised()).toList();
        clock.set("2026-11-29T03:00");
        var work = new ArrayList<Callable<Object>>();
        orders.forEach(
                order -> work.add(() -> people.does(District.People.RESIDENT, "remark", order, "remark", "还没人来")));
        work.add(10, () -> new DueClocks(jdbc, claims, desk, leases, clock).serve());
        work.add(30, () -> new DueClocks(jdbc, claims, desk, leases, clock).serve());
        var pool = Executors.newFixedThreadPool(6);
        for (var result : pool.invokeAll(work)) {
            result.get();
        }
        pool.shutdown();
        clocks.serve();
        for (var order : orders) {
            assertThat(actions(order))
                    .containsExactlyInAnyOrder("raise", "remark", "clock-warned", "clock-breached", "clock-escalated");
        }
        assertThat(verification.verify().differences())
                .extracting(Difference::order)
                .doesNotContainAnyElementsOf(ids(orders));
    }

    @Test
    void a_hang_up_ends_by_itself() {
        clock.set("2026-11-16T09:00");
        var order = people.dispatched();
        people.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "收到");
        people.does(HANDLER, "ask-hang-up", order, "until", "2026-11-20", "reason", "等设备");
        people.does(District.People.LEADER, "grant-hang-up", order);
        clock.set("2026-11-20T18:30");
        clocks.serve();
        assertThat(desk.find(order.id()).orElseThrow().step()).isEqualTo("handling");
        assertThat(actions(order)).endsWith("clock-warned", "resume");
    }

    @Test
    void one_broken_order_does_not_stop_the_others_and_is_not_claimed_again_and_again() {
        clock.set("2026-11-16T09:00");
        var broken = people.raised();
        var disagreeing = people.raised();
        var sound = people.raised();
        jdbc.sql("update orders set state = '{', alarm_at = alarm_at - interval '1 hour' where id = :id")
                .param("id", broken.id())
                .update();
        clock.set("2026-11-16T10:00");
        jdbc.sql("update orders set alarm_at = :at where id = :id")
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("id", disagreeing.id())
                .update();
        assertThat(clocks.serve()).isZero();
        clock.set("2026-11-16T17:40");
        clocks.serve();
        assertThat(actions(sound)).containsExactly("raise", "clock-warned", "clock-breached");
        assertThat(actions(broken)).containsExactly("raise");
        assertThat(actions(disagreeing)).containsExactly("raise", "clock-warned", "clock-breached");
        jdbc.sql("update orders set alarm_at = null where id = :id")
                .param("id", broken.id())
                .update();
    }

    /** A batch that cannot be written as a whole is written one by one, so that only the inconsistent order waits. */
    @Test
    void an_order_that_disagrees_with_its_row_does_not_stop_the_others_of_its_batch() {
        clock.set("2026-11-16T09:00");
        var sound = IntStream.range(0, 5).mapToObj(n -> people.raised()).toList();
        var inconsistent = people.raised();
        jdbc.sql("update orders set events = 99 where id = :id")
                .param("id", inconsistent.id())
                .update();
        clock.set("2026-11-16T17:00");
        assertThat(clocks.serve()).isGreaterThanOrEqualTo(sound.size());
        sound.forEach(order -> assertThat(actions(order)).containsExactly("raise", "clock-warned"));
        assertThat(actions(inconsistent)).containsExactly("raise");
        jdbc.sql("update orders set alarm_at = null, events = 1 where id = :id")
                .param("id", inconsistent.id())
                .update();
    }

    private static List<Long> ids(List<Order> orders) {
        return orders.stream().map(Order::id).toList();
    }

    private List<String> actions(Order order) {
        return jdbc.sql("""
                select action
                from order_event
                where order_id = :order
                order by number
                """).param("order", order.id()).query(String.class).list();
    }

    private List<String> notices(Order order) {
        return jdbc.sql("select action || ':' || unit || ':' || post from outbox where order_id = :order order by id")
                .param("order", order.id())
                .query(String.class)
                .list();
    }
}
