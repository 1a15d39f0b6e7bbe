package org.liudan.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.District.People.RESIDENT;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Seat;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DistrictTest
class OrderDeskTest {

    @Autowired
    OrderDesk desk;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_raised_order_is_held_by_the_community_with_a_same_day_clock() {
        clock.set("2026-11-16T09:00");
        var order = people.raised();
        assertThat(order.step()).isEqualTo("triage");
        assertThat(order.holder()).contains(new Seat(District.COMMUNITY, "clerk"));
        assertThat(order.clock("report").orElseThrow().dueAt()).isEqualTo(SettableClock.at("2026-11-16T17:30"));
        assertThat(desk.find(order.id())).contains(order);
    }

    @Test
    void a_repeated_request_returns_the_same_result_and_is_not_done_twice() {
        var attempt = new Attempt("raise", RESIDENT, Map.of("content", "井盖不见了", "region", District.COMMUNITY));
        var first = desk.raise("six-orders", desk.nextId(), attempt, "retry-1");
        var again = desk.raise("six-orders", desk.nextId(), attempt, "retry-1");
        var order = ((Outcome.Done) first).order();
        assertThat(again).isEqualTo(new Outcome.Done(order, ((Outcome.Done) first).tag(), true));

        var remark = new Attempt("remark", RESIDENT, Map.of("remark", "还没人来"));
        desk.perform(order.id(), remark, "retry-2");
        assertThat(desk.perform(order.id(), remark, "retry-2")).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.replayed()).isTrue();
            assertThat(done.order().did().get("remark")).isEqualTo(1);
        });
    }

    @Test
    void of_two_officers_at_once_one_wins_and_the_other_learns_the_step_of_the_order() throws Exception {
        var order = people.raised();
        people.does(CLERK, "report", order, "reasonable", "urgent", "category", "environment.noise");
        people.does(DISPATCHER, "sign", order);
        var pool = Executors.newFixedThreadPool(2);
        Callable<Outcome> first = () -> people.tries(DISPATCHER, "dispatch", order, "department", "city-management");
        Callable<Outcome> second = () -> people.tries(DISPATCHER, "dispatch", order, "department", "environment");
        var outcomes = pool.invokeAll(java.util.List.of(first, second)).stream()
                .map(future -> {
                    try {
                        return future.get();
                    } catch (Exception failure) {
                        throw new AssertionError(failure);
                    }
                })
                .toList();
        pool.shutdown();
        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Done.class);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .singleElement()
                .satisfies(refused -> assertThat(((Outcome.Refused) refused).reasons())
                        .extracting(org.liudan.engine.method.Reason::key)
                        .containsExactly("reason.not-here"));
        assertThat(desk.find(order.id()).orElseThrow().did().get("dispatch")).isEqualTo(1);
    }

    @Test
    void many_remarks_at_once_are_all_stored_in_one_unbroken_chain() throws Exception {
        var order = people.raised();
        var pool = Executors.newFixedThreadPool(8);
        var work = java.util.stream.IntStream.range(0, 40)
                .mapToObj(
                        n -> (Callable<Outcome>) () -> people.tries(RESIDENT, "remark", order, "remark", "第" + n + "次"))
                .toList();
        for (var done : pool.invokeAll(work)) {
            assertThat(done.get()).isInstanceOf(Outcome.Done.class);
        }
        pool.shutdown();
        assertThat(desk.find(order.id()).orElseThrow().events()).isEqualTo(41);
    }

    @Test
    void an_order_goes_round_the_six_steps() {
        clock.set("2026-11-16T09:00");
        var order = people.dispatched();
        assertThat(order.holder()).contains(new Seat("city-management", "handler"));
        order = people.does(HANDLER, "accept", order, "difficulty", "hard", "words", "今天下午来看。");
        assertThat(order.clock("handle").orElseThrow().dueAt()).isEqualTo(SettableClock.at("2026-12-07T17:30"));
        assertThat(order.clock("answer").orElseThrow().endedAt()).isPresent();
        order = people.does(HANDLER, "finish", order, "result", "路灯已换新。", "files", "x");
        assertThat(order.step()).isEqualTo("rating");
        order = people.does(RESIDENT, "rate", order, "rating", "satisfied");
        assertThat(order.step()).isEqualTo("rated");
        assertThat(order.open()).isFalse();
        assertThat(order.running()).isEmpty();
        assertThat(order.rings()).containsExactlyInAnyOrder("raise", "report", "track", "accept", "rate");
    }

    @Test
    void events_can_not_be_changed_or_deleted_in_the_database() {
        people.raised();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("delete from order_event").update())
                .hasMessageContaining("order_event is append-only");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("update order_event set body = ''").update())
                .hasMessageContaining("order_event is append-only");
    }
}
