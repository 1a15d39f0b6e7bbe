package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.decision.Decision.Moved;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Step;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.OrderMessage;
import org.liudan.engine.order.Parent;

/** What comes of a letter from another order. Every letter leaves an event unless it has nothing new to say. */
public record MessageHandler(Method method, Order order, DecisionContext setting) {

    public static final String CHILD_ENDED = "child-ended";
    public static final String CHILD_LATE = "child-late";
    public static final String CHILD_GOES_ON = "child-goes-on";
    public static final String JOINED = "order-joined";
    public static final String LEFT = "order-left";
    public static final String MERGE_UNDONE = "merge-undone";
    public static final String NOT_DONE = "asked-in-vain";

    /** Refused only where an order can't be raised. */
    public Decision hear(long from, OrderMessage letter) {
        var by = new Actor.Another(from);
        if (letter instanceof OrderMessage.Raise raise) {
            return new Decider(method, order, setting)
                    .decide(new Attempt(raise.action(), by, raise.answers()), first(from, raise));
        }
        if (letter instanceof OrderMessage.Act act) {
            var decision = new Decider(method, order, setting).decide(new Attempt(act.action(), by, act.answers()));
            return decision instanceof Moved ? decision : left(by).orElseGet(() -> happened(NOT_DONE, by, List.of()));
        }
        if (letter instanceof OrderMessage.News news) {
            return news(by, news);
        }
        if (letter instanceof OrderMessage.LetGo) {
            return left(by).orElseGet(() -> new Moved(List.of(), order));
        }
        return letter instanceof OrderMessage.Join ? join(by) : leave(by);
    }

    private static List<Change> first(long from, OrderMessage.Raise raise) {
        var first = new ArrayList<Change>();
        first.add(new Change.Descended(new Parent(from, raise.as())));
        raise.about().map(Change.Concerned::new).ifPresent(first::add);
        return first;
    }

    /** A child that could not be raised counts as ended, so that nobody waits for it. */
    public Moved neverRaised(long child) {
        return news(new Actor.Another(child), new OrderMessage.News(order.id(), Optional.of(Child.REFUSED), false));
    }

    /** Takes the action that the order's step was waiting to take, if what it waited for is there. */
    Moved followed(Moved moved) {
        var waits = Optional.ofNullable(method.steps().get(moved.order().step()))
                .flatMap(Step::waits)
                .filter(waiting -> waiting.over(moved.order()));
        if (waits.isEmpty()) {
            return moved;
        }
        var attempt = new Attempt(waits.get().then(), new Actor.Machine(), Map.of());
        if (new Decider(method, moved.order(), setting).decide(attempt) instanceof Moved then) {
            var events = new ArrayList<>(moved.events());
            events.addAll(then.events());
            return new Moved(List.copyOf(events), then.order());
        }
        return moved;
    }

    private Moved news(Actor.Another by, OrderMessage.News news) {
        var child = order.kin().child(by.order());
        var late = news.late() || child.map(Child::late).orElse(false);
        var what = news.closed().isPresent()
                ? CHILD_ENDED
                : child.flatMap(Child::closed).isPresent() ? CHILD_GOES_ON : CHILD_LATE;
        var changes = new ArrayList<Change>();
        changes.add(new Change.Heard(by.order(), news.closed(), late));
        order.holder().map(Change.Told::new).ifPresent(changes::add);
        return followed(happened(what, by, changes));
    }

    /** An order that has ended, or is itself merged, sends back what joins it. */
    private Moved join(Actor.Another by) {
        return order.open()
                ? happened(
                        JOINED,
                        by,
                        List.of(
                                new Change.Gathered(by.order()),
                                new Change.Told(order.holder().orElseThrow())))
                : happened(JOINED, by, List.of(new Change.Sent(new OrderMessage.LetGo(by.order()))));
    }

    private Moved leave(Actor.Another by) {
        var kin = order.kin();
        if (kin.joined().contains(by.order())) {
            return happened(LEFT, by, List.of(new Change.Released(by.order())));
        }
        return new Moved(List.of(), order);
    }

    /**
     * The order stands on its own again, if it was merged into the other one, which is told: it may have let go of an
     * earlier merge while the letter of this one was on its way.
     */
    private Optional<Moved> left(Actor.Another by) {
        var kin = order.kin();
        return kin.aside()
                .filter(aside -> kin.main().equals(Optional.of(by.order())))
                .map(aside -> happened(MERGE_UNDONE, by, MergeReversal.changes(method, order, aside, setting)));
    }

    private Moved happened(String what, Actor by, List<Change> changes) {
        var event = new Event(order.events() + 1, what, by, setting.now(), Map.of(), List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }
}
