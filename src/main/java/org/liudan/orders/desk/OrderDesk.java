package org.liudan.orders.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.decision.Relocation;
import org.liudan.engine.decision.Reversioning;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.BulkOrderWriter;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.StoredOrder;
import org.liudan.orders.store.UnknownOrder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The one door through which orders are raised and acted on, whoever asks: a page, a program, a clock, an import. Reads
 * the order, decides, writes in one statement; whoever loses a race reads and decides again.
 */
@Component
public class OrderDesk {

    private final OrderStore store;
    private final BulkOrderWriter bulkWriter;
    private final DecisionContexts contexts;
    private final OrderMessages.Factory factory;
    private final OptimisticRetry retry;
    private final SystemActions systemActions;
    private final OrderMessages messages;

    OrderDesk(OrderStore store, BulkOrderWriter many, DecisionContexts world, OrderMessages.Factory messages) {
        this.store = store;
        this.bulkWriter = many;
        this.contexts = world;
        this.factory = messages;
        this.retry = new OptimisticRetry(store, world);
        this.systemActions = new SystemActions(world, retry);
        this.messages = messages.deliveredTo(systemActions);
    }

    /** The same desk, living by another clock: for the demonstration, which tells of the months before today. */
    public OrderDesk at(Clock other) {
        return new OrderDesk(store, bulkWriter, contexts.withClock(other), factory);
    }

    /** An id for an order about to be raised, so that its files can be stored first. */
    public long nextId() {
        return contexts.ids().next();
    }

    /**
     * Raises an order under the version of the method in force.
     *
     * @param id from {@link #nextId}
     * @param request names this request in the district, so that a retry is answered and not done twice
     */
    public Outcome raise(String method, long id, Attempt attempt, String request) {
        var inForce = contexts.inForce(method);
        var unraised = StoredOrder.unraised(Order.unraised(id, method, inForce.version()));
        var outcome = attempt(inForce, unraised, attempt, request)
                .orElseThrow(() -> new IllegalStateException("Order " + id + " was raised twice"));
        // what could be raised before is so, even if it would be refused today
        return outcome instanceof Outcome.Refused
                ? store.raisedBy(contexts.district(), request)
                        .<Outcome>map(Outcome.Done::earlier)
                        .orElse(outcome)
                : outcome;
    }

    /** What came of a request that was done on an order before; empty if it wasn't. */
    public Optional<Outcome.Done> replayed(long id, String request) {
        return requested(id, request).map(Outcome.Done::earlier);
    }

    private Optional<StoredOrder> requested(long id, String request) {
        return store.read(contexts.district(), id, request).filter(StoredOrder::requested);
    }

    /**
     * Takes an action on an order.
     *
     * @param request names this request on the order, so that a retry is answered and not done twice
     * @throws UnknownOrder if there is no such order
     */
    public Outcome perform(long id, Attempt attempt, String request) {
        return performOnCached(id, attempt, request)
                .orElseGet(() ->
                        retry.won(id, request, stored -> once(stored, () -> attempt(stored, attempt, request))));
    }

    /**
     * As {@link #perform}, but only on the order as it was seen.
     *
     * @param tag names the state in which it was seen, see {@link VisibleOrders.Seen}
     * @return empty when the order has moved on since; then nothing is done
     */
    public Optional<Outcome> performOn(long id, String tag, Attempt attempt, String request) {
        var stored = store.read(contexts.district(), id, request).orElseThrow(() -> new UnknownOrder(id));
        return once(
                stored, () -> stored.tag().equals(tag) ? attempt(stored, attempt, request) : Optional.<Outcome>empty());
    }

    /**
     * Most orders have not moved since this process saw them last: the action is decided on what is remembered and
     * written if that still stands. Whatever else comes of it is decided again on what the database holds.
     */
    private Optional<Outcome> performOnCached(long id, Attempt attempt, String request) {
        return store.cached(contexts.district(), id)
                .flatMap(stored -> attempt(stored, attempt, request))
                .filter(Outcome.Done.class::isInstance);
    }

    /**
     * Moves an open order over to the version of its method that is in force.
     *
     * @param request names this request, so that a retry is answered and not done twice
     * @throws UnknownOrder if there is no such order
     */
    public Outcome reversion(long id, Actor by, String request) {
        return decide(
                id,
                order -> new Reversioning(methodOf(order), contexts.inForce(order.method()), order, setting(order))
                        .decide(by),
                request);
    }

    /**
     * Moves an open order, or a subject, to another region after the district has drawn its grids anew.
     *
     * @param request names this request, so that a retry is answered and not done twice
     * @throws UnknownOrder if there is no such order
     */
    public Outcome relocate(long id, String region, Actor by, String request) {
        return decide(id, order -> new Relocation(methodOf(order), order, setting(order)).decide(region, by), request);
    }

    private Outcome decide(long id, Function<Order, Decision> decided, String request) {
        return retry.won(
                id, request, stored -> once(stored, () -> written(stored, decided.apply(stored.order()), request)));
    }

    /** Does what the clocks of an order ask for by now, but delivers nothing. Answers false if nothing was left to do. */
    public boolean ring(long id) {
        return systemActions.ring(id);
    }

    /**
     * As {@link #ring(long)} for many, in the transaction of the caller, who keeps them locked. Those that can't be served
     * leave the others alone.
     *
     * @throws IllegalStateException when one is not as it was read
     */
    public AlarmResult ringAll(List<Long> ids) {
        return new BulkAlarms(contexts, bulkWriter).fireDue(ids);
    }

    /** Works out the deadlines of an order anew after the calendar has changed. Answers false if they stand. */
    public boolean redate(long id) {
        return systemActions.redate(id);
    }

    /** Delivers all messages between orders that are not delivered yet. Returns how many orders had sent some. */
    public int deliver() {
        return messages.deliverAll(contexts.district());
    }

    /** An order as it stands. */
    public Optional<Order> find(long id) {
        return store.read(contexts.district(), id, null).map(StoredOrder::order);
    }

    /** The version of the method that an order is handled by. */
    public Method methodOf(Order order) {
        return contexts.methodOf(order);
    }

    /** The world as it is now for an order: its time never runs backwards. */
    public DecisionContext setting(Order order) {
        return contexts.setting(order, new Actor.Machine());
    }

    private static Optional<Outcome> once(StoredOrder stored, Supplier<Optional<Outcome>> otherwise) {
        return stored.requested() ? Optional.of(Outcome.Done.earlier(stored)) : otherwise.get();
    }

    private Optional<Outcome> attempt(StoredOrder stored, Attempt attempt, String request) {
        return attempt(methodOf(stored.order()), stored, attempt, request);
    }

    /** Empty when somebody else moved the order first. */
    private Optional<Outcome> attempt(Method method, StoredOrder stored, Attempt attempt, String request) {
        var decision =
                new Decider(method, stored.order(), contexts.setting(stored.order(), attempt.by())).decide(attempt);
        try {
            return written(stored, decision, request);
        } catch (DuplicateKeyException taken) {
            return Optional.of(alreadyDone(method, stored.order(), attempt, request, taken));
        }
    }

    private Optional<Outcome> written(StoredOrder stored, Decision decision, String request) {
        if (decision instanceof Decision.Refused refused) {
            return Optional.of(new Outcome.Refused(refused.reasons()));
        }
        var moved = (Decision.Moved) decision;
        var written = retry.write(stored, moved, request);
        if (written.isPresent() && sent(moved)) {
            messages.deliver(contexts.district(), moved.order().id());
        }
        return written.map(Outcome.Done::now);
    }

    /** The same request came twice at the same moment, or a register knows another subject by this key. */
    private Outcome alreadyDone(
            Method method, Order order, Attempt attempt, String request, DuplicateKeyException taken) {
        var done = order.events() == 0 ? store.raisedBy(contexts.district(), request) : requested(order.id(), request);
        return done.<Outcome>map(Outcome.Done::earlier)
                .or(() -> method.register()
                        .map(register -> method.field(register.key()))
                        .map(key -> new Outcome.Refused(List.of(
                                Reason.of("reason.key-taken", key.name()).at(key)))))
                .orElseThrow(() -> new IllegalStateException(
                        "Order " + order.id() + ": " + attempt.action() + " met a duplicate key", taken));
    }

    private static boolean sent(Decision.Moved moved) {
        return moved.events().stream()
                .flatMap(event -> event.changes().stream())
                .anyMatch(Change.Sent.class::isInstance);
    }
}
