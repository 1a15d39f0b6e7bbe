package org.liudan.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.HANDLER;
import static org.liudan.testing.District.People.RESIDENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.verification.Verification;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Joint;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links between orders, as the database stores them. */
@DistrictTest
class OrderLinksTest {

    private static final Actor WATER = new Actor.Officer("water", "handler", "water-handler");

    @Autowired
    OrderDesk desk;

    @Autowired
    OrderStore store;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    Verification verification;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
        rulebook.publish(directories.district(), Joint.texts());
    }

    @Test
    void parts_exist_when_the_action_that_opens_them_returns() {
        var whole = dispatched();
        assertThat(parts(whole)).extracting(Order::step).containsExactly("working", "working");
        assertThat(messages()).isZero();
    }

    @Test
    void the_whole_changes_its_step_once_when_its_parts_end_at_the_same_moment() throws Exception {
        var whole = dispatched();
        var pool = Executors.newFixedThreadPool(2);
        try {
            var ends = new ArrayList<Callable<Outcome>>();
            ends.add(() -> act(whole.kin().children().get(0).id(), HANDLER, "finish", Map.of("result", "好")));
            ends.add(() -> act(whole.kin().children().get(1).id(), WATER, "finish", Map.of("result", "好")));
            for (var end : pool.invokeAll(ends)) {
                assertThat(end.get()).isInstanceOf(Outcome.Done.class);
            }
        } finally {
            pool.shutdown();
        }
        var after = desk.find(whole.id()).orElseThrow();
        assertThat(after.step()).isEqualTo("checking");
        assertThat(after.did()).containsEntry("gather", 1).containsEntry("child-ended", 2);
        assertThat(after.kin().children()).noneMatch(Child::open);
    }

    @Test
    void messages_left_by_a_process_that_died_are_delivered_once_by_another() {
        var raised = raised();
        var attempt =
                new Attempt("dispatch", DISPATCHER, Map.of("lead", "city-management", "assisting", List.of("water")));
        var decided = (Decision.Moved) new Decider(desk.methodOf(raised), raised, desk.setting(raised)).decide(attempt);
        var stored = store.read(directories.district(), raised.id(), null).orElseThrow();
        store.write(directories.current(), desk.methodOf(raised), stored, decided.order(), decided.events(), null);
        assertThat(messages()).isEqualTo(2);
        assertThat(parts(decided.order())).isEmpty();

        desk.deliver();
        desk.deliver();

        assertThat(messages()).isZero();
        assertThat(parts(decided.order())).hasSize(2).allMatch(part -> part.events() == 1);
    }

    @Test
    void linked_orders_follow_from_their_events() {
        var whole = dispatched();
        var other = raised();
        act(other.id(), DISPATCHER, "merge", Map.of("into", number(whole)));
        act(whole.kin().children().get(0).id(), HANDLER, "finish", Map.of("result", "好"));
        act(other.id(), DISPATCHER, "part", Map.of());
        act(whole.id(), RESIDENT, "withdraw", Map.of());
        assertThat(verification.verify().differences()).isEmpty();
    }

    private Order raised() {
        var attempt = new Attempt("raise", RESIDENT, Map.of("content", "管道漏水", "region", District.COMMUNITY));
        return ((Outcome.Done) desk.raise("joint", desk.nextId(), attempt, request())).order();
    }

    private Order dispatched() {
        long id = raised().id();
        act(id, DISPATCHER, "dispatch", Map.of("lead", "city-management", "assisting", List.of("water")));
        return desk.find(id).orElseThrow();
    }

    private Outcome act(long id, Actor who, String action, Map<String, Object> answers) {
        return desk.perform(id, new Attempt(action, who, answers), request());
    }

    private List<Order> parts(Order whole) {
        return whole.kin().children().stream()
                .flatMap(child -> desk.find(child.id()).stream())
                .toList();
    }

    private int messages() {
        return jdbc.sql("select count(*) from order_message")
                .query(Integer.class)
                .single();
    }

    private static String number(Order order) {
        return OrderNumber.of(order.id(), order.raisedAt(), java.time.ZoneId.of("Asia/Shanghai"))
                .text();
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }
}
