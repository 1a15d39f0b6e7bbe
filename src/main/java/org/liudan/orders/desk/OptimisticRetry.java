package org.liudan.orders.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.decision.Decision;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.StoredOrder;
import org.liudan.orders.store.UnknownOrder;

/** Reads an order, decides and writes, again and again until nobody else has written in between. */
record OptimisticRetry(OrderStore store, DecisionContexts world) {

    private static final int TRIES = 50;

    /** What is to be done with an order as it stands. */
    interface Run<T> {
        /** Empty when somebody else moved the order first. */
        Optional<T> on(StoredOrder stored);
    }

    /**
     * Runs until the race is won.
     *
     * @param request asked about in what is read, see {@link StoredOrder#requested}
     * @throws UnknownOrder if there is no such order
     */
    <T> T won(long id, @Nullable String request, Run<T> run) {
        for (int tries = 0; tries < TRIES; tries++) {
            var stored = store.read(world.district(), id, request).orElseThrow(() -> new UnknownOrder(id));
            var result = run.on(stored);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("Order " + id + ": lost " + TRIES + " races in a row");
    }

    /** Writes what was decided and answers the order as it then stands; empty when somebody else moved it first. */
    Optional<StoredOrder> write(StoredOrder before, Decision.Moved moved, @Nullable String request) {
        return store.write(
                world.directory(), world.methodOf(moved.order()), before, moved.order(), moved.events(), request);
    }
}
