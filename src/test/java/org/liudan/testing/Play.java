package org.liudan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.liudan.deadlines.DueClocks;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.verification.Verification;

/** Performs actions through the order desk, one line each; due clocks are processed whenever the time changes. */
public record Play(OrderDesk desk, DueClocks clocks, SettableClock clock, Verification verification) {

    public static final Actor RESIDENT = new Actor.Resident();

    public static Actor officer(String unit, String post, String account) {
        return new Actor.Officer(unit, post, account);
    }

    /** Returns an officer in a post, written {@code unit.post}. */
    public static Actor officer(String seat) {
        int dot = seat.lastIndexOf('.');
        return officer(seat.substring(0, dot), seat.substring(dot + 1), "at-" + seat);
    }

    /** Returns the handler of a department. */
    public static Actor handler(String unit) {
        return officer(unit, "handler", "handler-" + unit);
    }

    public static Actor head(String unit) {
        return officer(unit, "head", "head-" + unit);
    }

    /** Sets the time and processes the clocks that are due by then. */
    public Play at(String local) {
        clock.set(local);
        processDueClocks();
        return this;
    }

    /** Advances the time and then processes the clocks that became due. */
    public void passes(Duration time) {
        clock.pass(time);
        processDueClocks();
    }

    private void processDueClocks() {
        do {
            desk.deliver();
        } while (clocks.serve() > 0);
    }

    /** Returns the id for a new order, so that its files can be stored first. */
    public long nextId() {
        return desk.nextId();
    }

    /** Raises an order; the answers are field, value, field, value. */
    public Order raises(String method, Actor who, String action, Object... answers) {
        return raises(nextId(), method, who, action, answers);
    }

    public Order raises(long id, String method, Actor who, String action, Object... answers) {
        return done(action, desk.raise(method, id, attempt(who, action, answers), request()));
    }

    /** Returns the reasons for which raising the order is refused. */
    public List<String> raisingRefused(String method, Actor who, String action, Object... answers) {
        return reasons(desk.raise(method, nextId(), attempt(who, action, answers), request()));
    }

    /** Performs an action that must succeed. */
    public Order does(Actor who, String action, Order order, Object... answers) {
        return done(action, desk.perform(order.id(), attempt(who, action, answers), request()));
    }

    /** Performs an action; returns the reasons of its refusal, the text of the rule or the key of the reason. Empty if it was done. */
    public List<String> refusal(Actor who, String action, Order order, Object... answers) {
        return reasons(desk.perform(order.id(), attempt(who, action, answers), request()));
    }

    /** Returns the current state of the order. */
    public Order now(Order order) {
        return desk.find(order.id()).orElseThrow();
    }

    public String step(Order order) {
        return now(order).step();
    }

    /** Returns the current holder, {@code unit.post}. */
    public String holder(Order order) {
        return now(order).holder().map(seat -> seat.unit() + "." + seat.post()).orElse("nobody");
    }

    /** Returns the time at which the latest run of a clock is due, in local time. */
    public String due(Order order, String name) {
        var due = now(order).clock(name).orElseThrow().dueAt();
        return LocalDateTime.ofInstant(due, SettableClock.ZONE).toString();
    }

    public List<Child> children(Order parent) {
        return now(parent).kin().children();
    }

    /** Returns the value of a computed column of a subject. */
    public String computed(Order subject, String column) {
        var now = now(subject);
        var register = desk.methodOf(now).register().orElseThrow();
        return Objects.requireNonNull(register.computed().get(column))
                .of(desk.methodOf(now), now, desk.setting(now))
                .orElseThrow()
                .toString();
    }

    /** Returns the order of a child. */
    public Order order(Child child) {
        return desk.find(child.id()).orElseThrow();
    }

    /** Returns the last child with this part. */
    public Order child(Order parent, String as) {
        return child(parent, child -> child.as().equals(as));
    }

    /** Returns the last child for a unit. */
    public Order childOf(Order parent, String unit) {
        return child(parent, child -> child.unit().equals(unit));
    }

    private Order child(Order parent, Predicate<Child> condition) {
        return children(parent).stream()
                .filter(condition)
                .reduce((earlier, later) -> later)
                .flatMap(child -> desk.find(child.id()))
                .orElseThrow(() -> new AssertionError("No such child among " + children(parent)));
    }

    /** Returns the order's number as people write it. */
    public String number(Order order) {
        return OrderNumber.of(order.id(), order.raisedAt(), SettableClock.ZONE).toString();
    }

    public void isHeldBy(Order order, String unit, String post) {
        assertThat(order.holder()).contains(new Seat(unit, post));
        assertThat(order.running()).as("a running clock").anyMatch(run -> !run.paused());
    }

    /** Asserts that the clock is running and due at this local time. */
    public void isDue(Order order, String clock, String local) {
        assertThat(order.clock(clock).filter(ClockRun::running).map(ClockRun::dueAt))
                .contains(SettableClock.at(local));
    }

    /** Asserts that every order equals the fold of its events. */
    public void holds() {
        assertThat(verification.verify().differences()).isEmpty();
    }

    private static Attempt attempt(Actor who, String action, Object... answers) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < answers.length; i += 2) {
            values.put(answers[i].toString(), answers[i + 1]);
        }
        return new Attempt(action, who, values);
    }

    private static Order done(String action, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new AssertionError(action + " was refused: " + refused.reasons());
        }
        return ((Outcome.Done) outcome).order();
    }

    private static List<String> reasons(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? refused.reasons().stream().map(Play::text).toList()
                : List.of();
    }

    private static String text(Reason reason) {
        return reason.key().equals("reason.guard")
                ? ((LocalizedText) reason.args().get(0)).zh()
                : reason.key();
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }
}
