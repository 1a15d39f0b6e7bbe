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

/** Handles a message from another order. Every message leaves an event, unless it changes nothing. */
public record MessageHandler(Method method, Order order, DecisionContext context) {

    public static final String CHILD_ENDED = "child-ended";
    public static final String CHILD_LATE = "child-late";
    public static final String CHILD_GOES_ON = "child-goes-on";
    public static final String JOINED = "order-joined";
    public static final String LEFT = "order-left";
    public static final String MERGE_UNDONE = "merge-undone";
    public static final String NOT_DONE = "asked-in-vain";

    /** Handles one message. The decision is a refusal only if an order can't be raised. */
    public Decision hear(long from, OrderMessage message) {
        var by = new Actor.Another(from);
        if (message instanceof OrderMessage.Raise raise) {
            return new Decider(method, order, context)
                    .decide(new Attempt(raise.action(), by, raise.answers()), firstChanges(from, raise));
        }
        if (message instanceof OrderMessage.Act act) {
            var decision = new Decider(method, order, context).decide(new Attempt(act.action(), by, act.answers()));
            return decision instanceof Moved ? decision : unmerged(by).orElseGet(() -> moved(NOT_DONE, by, List.of()));
        }
        if (message instanceof OrderMessage.News news) {
            return childReported(by, news);
        }
        if (message instanceof OrderMessage.LetGo) {
            return unmerged(by).orElseGet(() -> new Moved(List.of(), order));
        }
        return message instanceof OrderMessage.Join ? join(by) : leave(by);
    }

    private static List<Change> firstChanges(long from, OrderMessage.Raise raise) {
        var first = new ArrayList<Change>();
        first.add(new Change.Descended(new Parent(from, raise.as())));
        raise.about().map(Change.Concerned::new).ifPresent(first::add);
        return first;
    }

    /** The child could not be raised. It counts as ended, so that no step waits for it. */
    public Moved neverRaised(long child) {
        return childReported(
                new Actor.Another(child), new OrderMessage.News(order.id(), Optional.of(Child.REFUSED), false));
    }

    /** Takes the action of the step's join rule if the children it waits for have ended. */
    Moved withFollowUp(Moved moved) {
        var waits = Optional.ofNullable(method.steps().get(moved.order().step()))
                .flatMap(Step::waits)
                .filter(rule -> rule.isSatisfied(moved.order()));
        if (waits.isEmpty()) {
            return moved;
        }
        var attempt = new Attempt(waits.get().then(), new Actor.Machine(), Map.of());
        if (new Decider(method, moved.order(), context).decide(attempt) instanceof Moved next) {
            var events = new ArrayList<>(moved.events());
            events.addAll(next.events());
            return new Moved(List.copyOf(events), next.order());
        }
        return moved;
    }

    private Moved childReported(Actor.Another by, OrderMessage.News news) {
        var child = order.kin().child(by.order());
        var late = news.late() || child.map(Child::late).orElse(false);
        var action = news.closed().isPresent()
                ? CHILD_ENDED
                : child.flatMap(Child::closed).isPresent() ? CHILD_GOES_ON : CHILD_LATE;
        var changes = new ArrayList<Change>();
        changes.add(new Change.Heard(by.order(), news.closed(), late));
        order.holder().map(Change.Told::new).ifPresent(changes::add);
        return withFollowUp(moved(action, by, changes));
    }

    /** A closed or merged order can't take others in, so it releases the sender again. */
    private Moved join(Actor.Another by) {
        return order.open()
                ? moved(
                        JOINED,
                        by,
                        List.of(
                                new Change.Gathered(by.order()),
                                new Change.Told(order.holder().orElseThrow())))
                : moved(JOINED, by, List.of(new Change.Sent(new OrderMessage.LetGo(by.order()))));
    }

    private Moved leave(Actor.Another by) {
        var links = order.kin();
        if (links.joined().contains(by.order())) {
            return moved(LEFT, by, List.of(new Change.Released(by.order())));
        }
        return new Moved(List.of(), order);
    }

    /**
     * Undoes the merge if the order is merged into the sender. The sender is told, because its message may belong to an
     * earlier merge, sent before it received the message of the current one.
     */
    private Optional<Moved> unmerged(Actor.Another by) {
        var links = order.kin();
        return links.aside()
                .filter(snapshot -> links.main().equals(Optional.of(by.order())))
                .map(snapshot -> moved(MERGE_UNDONE, by, MergeReversal.changes(method, order, snapshot, context)));
    }

    private Moved moved(String action, Actor by, List<Change> changes) {
        var event = new Event(order.events() + 1, action, by, context.now(), Map.of(), List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }
}
