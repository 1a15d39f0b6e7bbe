package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.liudan.engine.Actor;
import org.liudan.engine.Attempt;
import org.liudan.engine.Child;
import org.liudan.engine.ClockRun;
import org.liudan.engine.Order;
import org.liudan.engine.Reason;
import org.liudan.engine.Seat;
import org.liudan.engine.Words;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.OrderNumber;
import org.liudan.orders.Outcome;
import org.liudan.orders.Verification;
import org.liudan.testing.SettableClock;

/** A method played by its people through the order desk, in one line each. */
record Play(OrderDesk desk, SettableClock clock, Verification verification) {

    static final Actor RESIDENT = new Actor.Resident();

    static Actor officer(String unit, String post, String account) {
        return new Actor.Officer(unit, post, account);
    }

    /** The handler of a department. */
    static Actor handler(String unit) {
        return officer(unit, "handler", "handler-" + unit);
    }

    static Actor head(String unit) {
        return officer(unit, "head", "head-" + unit);
    }

    static Seat seat(String unit, String post) {
        return new Seat(unit, post);
    }

    Play at(String local) {
        clock.set(local);
        return this;
    }

    /** Somebody raises an order; answers come as field, value, field, value. */
    Order raises(String method, Actor who, String action, Object... answers) {
        return done(action, desk.raise(method, desk.nextId(), attempt(who, action, answers), request()));
    }

    /** Why nobody may raise it like this. */
    List<String> raisingRefused(String method, Actor who, String action, Object... answers) {
        return reasons(desk.raise(method, desk.nextId(), attempt(who, action, answers), request()));
    }

    /** Somebody takes an action that succeeds. */
    Order does(Actor who, String action, Order order, Object... answers) {
        return done(action, desk.perform(order.id(), attempt(who, action, answers), request()));
    }

    /** Why somebody may not: the words of the rule, or the kind of reason. Empty if it was done. */
    List<String> refusal(Actor who, String action, Order order, Object... answers) {
        return reasons(desk.perform(order.id(), attempt(who, action, answers), request()));
    }

    /** The order as it stands. */
    Order now(Order order) {
        return desk.find(order.id()).orElseThrow();
    }

    /** The order as it stands after everything that has fallen due for it by now. */
    Order rings(Order order) {
        desk.ring(order.id());
        desk.deliver();
        return now(order);
    }

    /** The last order opened with this part. */
    Order child(Order parent, String as) {
        return child(parent, child -> child.as().equals(as));
    }

    /** The last order opened for a unit. */
    Order childOf(Order parent, String unit) {
        return child(parent, child -> child.unit().equals(unit));
    }

    private Order child(Order parent, Predicate<Child> which) {
        return now(parent).kin().children().stream()
                .filter(which)
                .reduce((earlier, later) -> later)
                .flatMap(child -> desk.find(child.id()))
                .orElseThrow(() -> new AssertionError(
                        "No such child among " + now(parent).kin().children()));
    }

    /** The order's number, as people write it. */
    String number(Order order) {
        return OrderNumber.of(order.id(), order.raisedAt(), clock.getZone()).toString();
    }

    void isHeldBy(Order order, String unit, String post) {
        assertThat(order.holder()).contains(seat(unit, post));
        assertThat(order.running()).as("a running clock").anyMatch(run -> !run.paused());
    }

    /** The clock runs and ends then. */
    void isDue(Order order, String clock, String local) {
        assertThat(order.clock(clock).filter(ClockRun::running).map(ClockRun::dueAt))
                .contains(SettableClock.at(local));
    }

    /** Every order is what its events say. */
    void holds() {
        assertThat(verification.verify().differences()).isEmpty();
    }

    private static Attempt attempt(Actor who, String action, Object... answers) {
        Map<String, Object> filled = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            filled.put(answers[i].toString(), answers[i + 1]);
        }
        return new Attempt(action, who, filled);
    }

    private static Order done(String action, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new AssertionError(action + " was refused: " + refused.reasons());
        }
        return ((Outcome.Done) outcome).order();
    }

    private static List<String> reasons(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? refused.reasons().stream().map(Play::said).toList()
                : List.of();
    }

    private static String said(Reason reason) {
        return reason.key().equals("reason.guard") ? ((Words) reason.args().get(0)).zh() : reason.key();
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }
}
