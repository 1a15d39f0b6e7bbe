package org.liudan.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.RESIDENT;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DistrictTest
@TestPropertySource(properties = "liudan.database-of=batches")
class BatchesTest {

    @Autowired
    Batches batches;

    @Autowired
    BatchStore store;

    @Autowired
    OrderDesk desk;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void a_batch_has_the_same_result_as_single_actions() {
        var together = reported(5);
        var singly = reported(5);
        signInBatch(together);
        singly.forEach(order -> people.does(DISPATCHER, "sign", order, "words", "街道已收到"));
        assertThat(together.stream().map(this::state).toList())
                .isEqualTo(singly.stream().map(this::state).toList());
    }

    @Test
    void an_order_that_is_refused_has_a_reason_and_does_not_affect_the_others() {
        var orders = reported(3);
        people.does(RESIDENT, "withdraw", orders.get(1), "reason", "已经好了");
        long batch = signInBatch(orders);
        assertThat(store.results(batch))
                .extracting(result -> result.result().orElseThrow())
                .containsExactly("refused", "done", "done");
        assertThat(store.results(batch).get(0).reasons())
                .extracting(Reason::key)
                .containsExactly("reason.not-here");
        assertThat(store.find(batch).orElseThrow().finishedAt()).isPresent();
    }

    @Test
    void an_interrupted_batch_is_finished_and_nothing_is_done_twice() {
        var orders = reported(4);
        long id =
                batches.create("six-orders", "sign", Map.of("words", "街道已收到"), (Actor.Officer) DISPATCHER, ids(orders));
        // the process died after this order was done and before its result was stored
        var batch = store.find(id).orElseThrow();
        desk.perform(
                orders.get(0).id(),
                batch.attempt(),
                batch.requestId(orders.get(0).id()));

        batches.work();
        batches.work();

        assertThat(store.results(id))
                .hasSize(4)
                .allMatch(result -> result.result().orElseThrow().equals("done"));
        assertThat(ids(orders))
                .allSatisfy(order ->
                        assertThat(desk.find(order).orElseThrow().did()).containsEntry("sign", 1));
    }

    @Test
    void open_orders_are_migrated_to_a_changed_rulebook_and_closed_ones_keep_their_version() {
        var open = reported(2);
        var closed = people.does(RESIDENT, "withdraw", reported(1).get(0), "reason", "已经好了");
        int before = open.get(0).version();
        var text = jdbc.sql("select text from method_version where method = 'six-orders' order by version desc limit 1")
                .query(String.class)
                .single();
        rulebook.publish(
                directories.district(),
                Map.of(
                        "six-orders.yaml",
                        text.replace(
                                "sign: { zh: 街道签收, en: Street signs for it, limit: same day",
                                "sign: { zh: 街道签收, en: Street signs for it, limit: 2 working days")));

        long id = batches.create(
                "six-orders",
                Batch.REVERSION,
                Map.of(),
                (Actor.Officer) DISPATCHER,
                Stream.concat(open.stream(), Stream.of(closed)).map(Order::id).toList());
        batches.work();

        assertThat(open).allSatisfy(order -> {
            var after = desk.find(order.id()).orElseThrow();
            assertThat(after.version()).isGreaterThan(before);
            assertThat(after.step()).isEqualTo("signing");
            assertThat(after.clock("sign").orElseThrow().dueAt()).isEqualTo(SettableClock.at("2026-11-18T17:30"));
        });
        assertThat(desk.find(closed.id()).orElseThrow().version()).isEqualTo(before);
        assertThat(store.results(id))
                .extracting(result -> result.result().orElseThrow())
                .containsExactly("refused", "done", "done");
        assertThat(people.does(DISPATCHER, "sign", desk.find(open.get(0).id()).orElseThrow())
                        .step())
                .isEqualTo("tracking");
    }

    @Test
    void orders_are_chosen_by_number_and_only_those_that_the_user_may_see() {
        var numbers = reported(2).stream().map(play::number).toList();
        var address = "/batches/new?order=" + numbers.get(1) + ",20261116-999999,none," + numbers.get(0);
        assertThat(new Browser(port).as("street").get(address).body())
                .containsSubsequence(numbers.get(1), numbers.get(0))
                .contains("/batches/new?do=sign&amp;order=" + numbers.get(1) + "&amp;order=" + numbers.get(0));
        assertThat(new Browser(port).as("clerk-431271002001").get(address).location())
                .endsWith("/desk");
    }

    private List<Order> reported(int count) {
        return Stream.generate(people::raised)
                .limit(count)
                .map(order -> people.does(
                        CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight"))
                .toList();
    }

    private long signInBatch(List<Order> orders) {
        long id =
                batches.create("six-orders", "sign", Map.of("words", "街道已收到"), (Actor.Officer) DISPATCHER, ids(orders));
        batches.work();
        return id;
    }

    private List<Object> state(Order order) {
        var after = desk.find(order.id()).orElseThrow();
        return List.of(after.step(), after.holder(), after.events(), after.fields(), after.clocks(), after.did());
    }

    private static List<Long> ids(List<Order> orders) {
        return orders.stream().map(Order::id).toList();
    }
}
