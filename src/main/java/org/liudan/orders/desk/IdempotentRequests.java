package org.liudan.orders.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.StoredOrder;
import org.springframework.dao.DuplicateKeyException;

/**
 * Decides on requests and writes the result, each request once: a request that was done before returns the earlier result. A
 * result is empty when somebody else changed the order first.
 */
record IdempotentRequests(OrderStore store, DecisionContexts contexts, OptimisticRetry retry, OrderMessages messages) {

    /** The order after a request that was done on it before; empty if it was not. */
    Optional<StoredOrder> find(long id, String request) {
        return store.read(contexts.district(), id, request).filter(StoredOrder::requested);
    }

    /** Runs an action unless its request was done before. */
    static Optional<Outcome> once(StoredOrder stored, Supplier<Optional<Outcome>> action) {
        return stored.requested() ? Optional.of(Outcome.Done.earlier(stored)) : action.get();
    }

    Optional<Outcome> attempt(StoredOrder stored, Attempt attempt, String request) {
        return attempt(contexts.methodOf(stored.order()), stored, attempt, request);
    }

    Optional<Outcome> attempt(Method method, StoredOrder stored, Attempt attempt, String request) {
        var decision =
                new Decider(method, stored.order(), contexts.setting(stored.order(), attempt.by())).decide(attempt);
        try {
            return write(stored, decision, request);
        } catch (DuplicateKeyException duplicate) {
            return Optional.of(alreadyDone(method, stored.order(), attempt, request, duplicate));
        }
    }

    /** Writes a decision and delivers the messages that it sends. */
    Optional<Outcome> write(StoredOrder stored, Decision decision, String request) {
        if (decision instanceof Decision.Refused refused) {
            return Optional.of(new Outcome.Refused(refused.reasons()));
        }
        var moved = (Decision.Moved) decision;
        var written = retry.write(stored, moved, request);
        if (written.isPresent() && sendsMessages(moved)) {
            messages.deliver(contexts.district(), moved.order().id());
        }
        return written.map(Outcome.Done::now);
    }

    /** The same request came twice at the same moment, or a register has another subject with this key. */
    private Outcome alreadyDone(
            Method method, Order order, Attempt attempt, String request, DuplicateKeyException duplicate) {
        var done = order.events() == 0 ? store.raisedBy(contexts.district(), request) : find(order.id(), request);
        return done.<Outcome>map(Outcome.Done::earlier)
                .or(() -> method.register()
                        .map(register -> method.field(register.key()))
                        .map(key -> new Outcome.Refused(List.of(
                                Reason.of("reason.key-taken", key.name()).at(key)))))
                .orElseThrow(() -> new IllegalStateException(
                        "Order " + order.id() + ": " + attempt.action() + " met a duplicate key", duplicate));
    }

    private static boolean sendsMessages(Decision.Moved moved) {
        return moved.events().stream()
                .flatMap(event -> event.changes().stream())
                .anyMatch(Change.Sent.class::isInstance);
    }
}
