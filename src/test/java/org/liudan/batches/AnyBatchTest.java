package org.liudan.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.INSPECTOR;
import static org.liudan.testing.District.People.RESIDENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.jobs.Leases;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.AnyMethod;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Batches of orders of randomly generated methods. Every order has a twin that receives the same action individually. Time
 * passes for both between the batches.
 */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=any-batch")
class AnyBatchTest {

    private static final int METHODS = 12;
    private static final int TWINS = 6;
    private static final int BATCHES = 8;

    /** Triggers that fail while an order is written, or after that and before its result is stored. */
    private static final Map<String, String> FAILING = Map.of(
            "order_event", "before insert on order_event for each row when (new.request is not null and",
            "batch_order", "before update on batch_order for each row when (");

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    OrderDesk desk;

    @Autowired
    Leases leases;

    @Autowired
    Batches batches;

    @Autowired
    BatchStore store;

    @Autowired
    Play play;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(5);
    private int done;
    private int refused;
    private int broken;

    @BeforeEach
    void monday() {
        play.at("2026-11-16T09:00");
    }

    @Test
    void a_batch_has_the_same_result_as_single_actions() {
        for (int i = 0; i < METHODS; i++) {
            assertSameResults("batched-" + i, false);
        }
        assertThat(done).as("done").isGreaterThan(60);
        assertThat(refused).as("refused").isGreaterThan(60);
        play.holds();
    }

    @Test
    void a_batch_that_is_interrupted_anywhere_ends_like_an_uninterrupted_one() {
        for (int i = 0; i < METHODS; i++) {
            assertSameResults("broken-off-" + i, true);
        }
        assertThat(broken).as("broken off").isGreaterThan(20);
        play.holds();
    }

    private void assertSameResults(String method, boolean breaking) {
        rulebook.publish(directories.district(), AnyMethod.texts(method, random));
        var together = raised(method);
        var singly = raised(method);
        for (int i = 0; i < BATCHES; i++) {
            play.passes(Duration.ofHours(5L * random.nextInt(6)));
            var which = randomIndexes();
            var chosen = play.now(together.get(which.get(random.nextInt(which.size()))));
            var action = anyAction(chosen);
            var by = randomOfficer(chosen);
            var answers = answers(action);
            var into = random.nextInt(TWINS);
            var batch = create(
                    method, action, by, withTarget(answers, action, together.get(into)), of(together, which), breaking);
            var outcomes = of(singly, which).stream()
                    .map(order -> text(desk.perform(
                            order.id(),
                            new Attempt(action.id(), by, withTarget(answers, action, singly.get(into))),
                            batch + "-alone-" + order.id())))
                    .toList();
            assertThat(results(batch, of(together, which)))
                    .as("%s %s", method, action)
                    .isEqualTo(outcomes);
            desk.deliver();
            assertThat(together.stream().map(this::state).toList())
                    .as("%s %s", method, action)
                    .isEqualTo(singly.stream().map(this::state).toList());
        }
    }

    private long create(
            String method,
            Action action,
            Actor.Officer by,
            Map<String, Object> answers,
            List<Order> orders,
            boolean breaking) {
        long id = batches.create(
                method, action.id(), answers, by, orders.stream().map(Order::id).toList());
        if (breaking) {
            workUntilFailure(orders.get(random.nextInt(orders.size())));
        }
        batches.work();
        // an interrupted batch waits for its retry; the test clock does not move, so the lease is removed
        leases.forget(BatchStore.LEASE, String.valueOf(id));
        batches.work();
        batches.work();
        return id;
    }

    /** Works until the database fails at this order. A refused order writes no event, so that nothing fails. */
    private void workUntilFailure(Order at) {
        var table = List.copyOf(FAILING.keySet()).get(random.nextInt(2));
        jdbc.sql("create function fails() returns trigger language plpgsql as "
                        + "'begin raise exception ''gone'' using errcode = ''40001''; end'")
                .update();
        jdbc.sql("create trigger fails " + FAILING.get(table) + " new.order_id = " + at.id()
                        + ") execute function fails()")
                .update();
        try {
            if (table.equals("batch_order")) {
                assertThatThrownBy(batches::work).isInstanceOf(TransientDataAccessException.class);
                broken++;
            } else {
                workOrBreakOff();
            }
        } finally {
            jdbc.sql("drop trigger fails on " + table).update();
            jdbc.sql("drop function fails()").update();
        }
    }

    private void workOrBreakOff() {
        try {
            batches.work();
        } catch (TransientDataAccessException gone) {
            broken++;
        }
    }

    private List<String> results(long batch, List<Order> orders) {
        assertThat(store.find(batch).orElseThrow().finishedAt()).isPresent();
        var results = new HashMap<Long, String>();
        store.results(batch).forEach(result -> {
            var how = result.result().orElseThrow();
            done += how.equals("done") ? 1 : 0;
            refused += how.equals("refused") ? 1 : 0;
            results.put(result.order(), how + text(result.reasons()));
        });
        return orders.stream()
                .map(order -> String.valueOf(results.get(order.id())))
                .toList();
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Refused refusal
                ? "refused" + text(refusal.reasons())
                : "done" + text(List.of());
    }

    private static String text(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.key() + reason.field() + reason.args())
                .toList()
                .toString();
    }

    /** The state of an order and its children, without the ids of other orders. */
    private List<Object> state(Order raised) {
        var order = play.now(raised);
        var links = order.kin();
        return List.of(
                order.step(),
                order.holder(),
                order.closed(),
                order.events(),
                order.fields(),
                order.parties(),
                order.counts(),
                order.did(),
                order.clocks(),
                order.rings(),
                links.main().isPresent(),
                links.joined().size(),
                links.children().stream()
                        .map(child -> desk.find(child.id()).map(this::state).orElse(List.of(child.as())))
                        .toList());
    }

    private List<Order> raised(String method) {
        return Stream.generate(() -> play.raises(
                        method,
                        RESIDENT,
                        "raise",
                        "content",
                        "路灯坏了",
                        "region",
                        COMMUNITY,
                        "department",
                        "water",
                        "days",
                        "5",
                        "until",
                        "2027-12-20"))
                .limit(TWINS)
                .toList();
    }

    private List<Integer> randomIndexes() {
        var all = new ArrayList<>(IntStream.range(0, TWINS).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, 2 + random.nextInt(TWINS - 1)).stream().sorted().toList();
    }

    private static List<Order> of(List<Order> orders, List<Integer> which) {
        return which.stream().map(orders::get).toList();
    }

    private Action anyAction(Order order) {
        var all = List.copyOf(desk.methodOf(order).actions().values());
        var here = all.stream()
                .filter(action -> action.at().contains(order.step()))
                .toList();
        var from = here.isEmpty() || random.nextInt(8) == 0 ? all : here;
        return from.get(random.nextInt(from.size()));
    }

    private Actor.Officer randomOfficer(Order order) {
        var holder = order.holder()
                .<Actor>map(seat -> new Actor.Officer(seat.unit(), seat.post(), seat.post()))
                .orElse(DISPATCHER);
        return (Actor.Officer)
                List.of(holder, holder, holder, holder, DISPATCHER, INSPECTOR).get(random.nextInt(6));
    }

    private Map<String, Object> answers(Action action) {
        var answers = new HashMap<String, Object>(Map.of(
                "instead",
                random.nextInt(4) > 0 ? "water" : "nowhere",
                "several",
                List.of("water", "housing"),
                "days",
                Integer.toString(1 + random.nextInt(8)),
                "until",
                "2027-12-21",
                "amount",
                Integer.toString(random.nextInt(55)),
                "flag",
                random.nextBoolean() ? "yes" : "no",
                "pick",
                random.nextBoolean() ? "a" : "b",
                "picks",
                List.of("a", "b"),
                "note",
                "说明"));
        answers.keySet().retainAll(action.form().keySet());
        return answers;
    }

    private Map<String, Object> withTarget(Map<String, Object> answers, Action action, Order into) {
        var all = new HashMap<>(answers);
        if (action.form().containsKey("into")) {
            all.put("into", play.number(into));
        }
        return all;
    }
}
