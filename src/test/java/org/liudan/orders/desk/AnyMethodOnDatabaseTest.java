package org.liudan.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.method.Action;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.verification.Verification;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.AnyMethod;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Random methods on a real database: what is stored follows from the events. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=any-method")
class AnyMethodOnDatabaseTest {

    private static final int METHODS = 4;
    private static final int STEPS = 75;
    private static final Duration USUAL_STEP = Duration.ofHours(5);

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    OrderDesk desk;

    @Autowired
    Verification verification;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(11);
    private int performed;

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void orders_of_any_method_follow_from_their_events_and_no_message_is_left() {
        for (int i = 0; i < METHODS; i++) {
            runOrders(published("any-" + i));
        }
        desk.deliver();
        assertThat(verification.verify().differences()).isEmpty();
        assertThat(jdbc.sql("select count(*) from order_message")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(performed).as("taken in %s steps", METHODS * STEPS).isGreaterThan(METHODS * STEPS / 6);
    }

    private String published(String id) {
        rulebook.publish(directories.district(), AnyMethod.texts(id, random));
        return id;
    }

    private void runOrders(String method) {
        var orders = new ArrayList<>(
                List.of(raised(method).id(), raised(method).id(), raised(method).id()));
        for (int step = 0; step < STEPS; step++) {
            clock.pass(USUAL_STEP.multipliedBy(random.nextInt(4)));
            orders.forEach(desk::ring);
            desk.deliver();
            var order = desk.find(orders.get(random.nextInt(orders.size()))).orElseThrow();
            var actionsHere = desk.methodOf(order).actions().values().stream()
                    .filter(action -> action.at().contains(order.step()))
                    .toList();
            if (!actionsHere.isEmpty()) {
                var action = actionsHere.get(random.nextInt(actionsHere.size()));
                var actor = random.nextInt(3) == 0 ? new Actor.Machine() : holder(order);
                performed += perform(order, action.id(), actor, answers(action)) instanceof Outcome.Done ? 1 : 0;
            }
            var now = desk.find(order.id()).orElseThrow();
            now.kin().children().forEach(child -> {
                if (!orders.contains(child.id()) && desk.find(child.id()).isPresent()) {
                    orders.add(child.id());
                }
            });
        }
    }

    private Order raised(String method) {
        var answers = Map.<String, Object>of(
                "content", "路灯坏了", "region", COMMUNITY, "department", "water", "days", "5", "until", "2027-12-20");
        var outcome = desk.raise(
                method,
                desk.nextId(),
                new Attempt("raise", new Actor.Resident(), answers),
                UUID.randomUUID().toString());
        return ((Outcome.Done) outcome).order();
    }

    private Outcome perform(Order order, String action, Actor actor, Map<String, Object> answers) {
        return desk.perform(
                order.id(),
                new Attempt(action, actor, answers),
                UUID.randomUUID().toString());
    }

    private static Actor holder(Order order) {
        return order.holder()
                .<Actor>map(seat -> new Actor.Officer(seat.unit(), seat.post(), seat.post()))
                .orElse(new Actor.Resident());
    }

    private Map<String, Object> answers(Action action) {
        var all = Map.<String, Object>of(
                "instead",
                "water",
                "several",
                List.of("water", "housing"),
                "days",
                "3",
                "until",
                "2027-12-21",
                "amount",
                "7",
                "flag",
                "yes",
                "pick",
                "a",
                "picks",
                List.of("a", "b"),
                "note",
                "说明");
        var answers = new HashMap<>(all);
        answers.keySet().retainAll(action.form().keySet());
        return answers;
    }
}
