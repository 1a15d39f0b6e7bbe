package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liudan.deadlines.DueClocks;
import org.liudan.engine.Actor;
import org.liudan.engine.Attempt;
import org.liudan.engine.Child;
import org.liudan.engine.Order;
import org.liudan.engine.Words;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.Outcome;
import org.liudan.orders.Verification;
import org.liudan.testing.SettableClock;
import org.springframework.context.ApplicationContext;

/** A method played by its people at the times that a scenario says; whatever falls due between them happens. */
final class Scene {

    static final Actor RESIDENT = new Actor.Resident();

    private final OrderDesk desk;
    private final DueClocks clocks;
    private final Verification verification;
    private final SettableClock clock;
    private final List<Long> raised = new ArrayList<>();

    Scene(ApplicationContext context) {
        desk = context.getBean(OrderDesk.class);
        clocks = context.getBean(DueClocks.class);
        verification = context.getBean(Verification.class);
        clock = context.getBean(SettableClock.class);
    }

    /** Somebody in a post of a unit, written {@code unit.post}. */
    static Actor officer(String seat) {
        int dot = seat.lastIndexOf('.');
        return new Actor.Officer(seat.substring(0, dot), seat.substring(dot + 1), "at-" + seat);
    }

    /** It is this time, and what has fallen due by now has happened. */
    Scene at(String time) {
        clock.set(time);
        do {
            desk.deliver();
        } while (clocks.serve() > 0);
        return this;
    }

    /** The id of an order to be raised, so that its files can be stored first. */
    long nextId() {
        return desk.nextId();
    }

    /** Raises an order that may be raised; answers come as field, value, field, value. */
    long raises(String method, Actor who, String action, Object... answers) {
        return raises(nextId(), method, who, action, answers);
    }

    long raises(long id, String method, Actor who, String action, Object... answers) {
        done(action, desk.raise(method, id, attempt(who, action, answers), request()));
        raised.add(id);
        return id;
    }

    /** Why nobody may raise it like this. */
    List<String> raisingRefused(String method, Actor who, String action, Object... answers) {
        var outcome = desk.raise(method, nextId(), attempt(who, action, answers), request());
        return ((Outcome.Refused) outcome)
                .reasons().stream().map(reason -> reason.key()).toList();
    }

    /** Takes an action that may be taken. */
    Order does(long id, Actor who, String action, Object... answers) {
        return done(action, desk.perform(id, attempt(who, action, answers), request()));
    }

    /** Tries an action that is refused; answers why, in Chinese where the rulebook says it. */
    List<String> refused(long id, Actor who, String action, Object... answers) {
        var outcome = desk.perform(id, attempt(who, action, answers), request());
        assertThat(outcome).as(action).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome)
                .reasons().stream()
                        .map(reason -> reason.key().equals("reason.guard")
                                ? ((Words) reason.args().get(0)).zh()
                                : reason.key())
                        .toList();
    }

    Order order(long id) {
        return desk.find(id).orElseThrow();
    }

    String step(long id) {
        return order(id).step();
    }

    /** Who holds it, as {@code unit.post}. */
    String holder(long id) {
        return order(id).holder().map(seat -> seat.unit() + "." + seat.post()).orElse("nobody");
    }

    /** When the latest run of a clock falls due, in local time. */
    String due(long id, String name) {
        return LocalDateTime.ofInstant(order(id).clock(name).orElseThrow().dueAt(), ZoneId.of("Asia/Shanghai"))
                .toString();
    }

    List<Child> children(long id) {
        return order(id).kin().children();
    }

    /** The order opened for a unit. */
    long child(long id, String unit) {
        return children(id).stream()
                .filter(child -> child.unit().equals(unit))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Everything that is kept of the orders played follows from their events. */
    void isSound() {
        assertThat(verification.verify().differences())
                .filteredOn(difference -> raised.contains(difference.order())
                        || raised.stream()
                                .flatMap(id -> children(id).stream())
                                .anyMatch(child -> child.id() == difference.order()))
                .isEmpty();
    }

    private static Order done(String action, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new AssertionError(action + " was refused: " + refused.reasons());
        }
        return ((Outcome.Done) outcome).order();
    }

    private static Attempt attempt(Actor who, String action, Object... answers) {
        Map<String, Object> filled = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            filled.put(answers[i].toString(), answers[i + 1]);
        }
        return new Attempt(action, who, Map.copyOf(filled));
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }
}
