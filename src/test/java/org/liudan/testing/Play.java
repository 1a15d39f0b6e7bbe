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

/** A method played by its people through the order desk, in one line each; whatever falls due between them happens. */
public record Play(OrderDesk desk, DueClocks clocks, SettableClock clock, Verification verification) {

    public static final Actor RESIDENT = new Actor.Resident();

    public static Actor officer(String unit, String post, String account) {
        return new Actor.Officer(unit, post, account);
    }

    /** Somebody in a post of a unit, written {@code unit.post}. */
    public static Actor officer(String seat) {
        int dot = seat.lastIndexOf('.');
        return officer(seat.substring(0, dot), seat.substring(dot + 1), "at-" + seat);
    }

    /** The handler of a department. */
    public static Actor handler(String unit) {
        return officer(unit, "handler", "handler-" + unit);
    }

    public static Actor head(String unit) {
        return officer(unit, "head", "head-" + unit);
    }

    /** It is this time, and what has fallen due by now has happened. */
    public Play at(String local) {
        clock.set(local);
        happens();
        return this;
    }

    /** As much time passes, and what falls due in it happens at its end. */
    public void passes(Duration time) {
        clock.pass(time);
        happens();
    }

    private void happens() {
        do {
            desk.deliver();
        } while (clocks.serve() > 0);
    }

    /** The id of an order to be raised, so that its files can be stored first. */
    public long nextId() {
        return desk.nextId();
    }

    /** Somebody raises an order; answers come as field, value, field, value. */
    public Order raises(String method, Actor who, String action, Object... answers) {
        return raises(nextId(), method, who, action, answers);
    }

    public Order raises(long id, String method, Actor who, String action, Object... answers) {
        return done(action, desk.raise(method, id, attempt(who, action, answers), request()));
    }

    /** Why nobody may raise it like this. */
    public List<String> raisingRefused(String method, Actor who, String action, Object... answers) {
        return reasons(desk.raise(method, nextId(), attempt(who, action, answers), request()));
    }

    /** Somebody takes an action that succeeds. */
    public Order does(Actor who, String action, Order order, Object... answers) {
        return done(action, desk.perform(order.id(), attempt(who, action, answers), request()));
    }

    /** Why somebody may not: the words of the rule, or the kind of reason. Empty if it was done. */
    public List<String> refusal(Actor who, String action, Order order, Object... answers) {
        return reasons(desk.perform(order.id(), attempt(who, action, answers), request()));
    }

    /** The order as it stands. */
    public Order now(Order order) {
        return desk.find(order.id()).orElseThrow();
    }

    public String step(Order order) {
        return now(order).step();
    }

    /** Who holds it now, as {@code unit.post}. */
    public String holder(Order order) {
        return now(order).holder().map(seat -> seat.unit() + "." + seat.post()).orElse("nobody");
    }

    /** When the latest run of a clock falls due, in local time. */
    public String due(Order order, String name) {
        var due = now(order).clock(name).orElseThrow().dueAt();
        return LocalDateTime.ofInstant(due, SettableClock.ZONE).toString();
    }

    public List<Child> children(Order parent) {
        return now(parent).kin().children();
    }

    /** What a computed column of its register says of a subject. */
    public String computed(Order subject, String column) {
        var now = now(subject);
        var register = desk.methodOf(now).register().orElseThrow();
        return Objects.requireNonNull(register.computed().get(column))
                .of(desk.methodOf(now), now, desk.setting(now))
                .orElseThrow()
                .toString();
    }

    /** The order that was opened as a part. */
    public Order order(Child child) {
        return desk.find(child.id()).orElseThrow();
    }

    /** The last order opened with this part. */
    public Order child(Order parent, String as) {
        return child(parent, child -> child.as().equals(as));
    }

    /** The last order opened for a unit. */
    public Order childOf(Order parent, String unit) {
        return child(parent, child -> child.unit().equals(unit));
    }

    private Order child(Order parent, Predicate<Child> which) {
        return children(parent).stream()
                .filter(which)
                .reduce((earlier, later) -> later)
                .flatMap(child -> desk.find(child.id()))
                .orElseThrow(() -> new AssertionError("No such child among " + children(parent)));
    }

    /** The order's number, as people write it. */
    public String number(Order order) {
        return OrderNumber.of(order.id(), order.raisedAt(), SettableClock.ZONE).toString();
    }

    public void isHeldBy(Order order, String unit, String post) {
        assertThat(order.holder()).contains(new Seat(unit, post));
        assertThat(order.running()).as("a running clock").anyMatch(run -> !run.paused());
    }

    /** The clock runs and ends then. */
    public void isDue(Order order, String clock, String local) {
        assertThat(order.clock(clock).filter(ClockRun::running).map(ClockRun::dueAt))
                .contains(SettableClock.at(local));
    }

    /** Every order is what its events say. */
    public void holds() {
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
        return reason.key().equals("reason.guard")
                ? ((LocalizedText) reason.args().get(0)).zh()
                : reason.key();
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }
}
