package org.liudan.orders.desk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.decision.Relocation;
import org.liudan.engine.decision.Reversioning;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.BulkOrderWriter;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.StoredOrder;
import org.liudan.orders.store.UnknownOrder;
import org.springframework.stereotype.Component;

/**
 * The only way to raise an order or act on it, for a page, a program, a clock or an import. It reads the order, decides, and writes
 * everything in one statement. When somebody else changed the order in between, it reads and decides again.
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
    private final IdempotentRequests requests;

    OrderDesk(OrderStore store, BulkOrderWriter bulkWriter, DecisionContexts contexts, OrderMessages.Factory factory) {
        this.store = store;
        this.bulkWriter = bulkWriter;
        this.contexts = contexts;
        this.factory = factory;
        this.retry = new OptimisticRetry(store, contexts);
        this.systemActions = new SystemActions(contexts, retry);
        this.messages = factory.deliveredTo(systemActions);
        this.requests = new IdempotentRequests(store, contexts, retry, messages);
    }

    /** The same desk with another clock: for the demonstration, whose events happened in the months before today. */
    public OrderDesk at(Clock clock) {
        return new OrderDesk(store, bulkWriter, contexts.withClock(clock), factory);
    }

    /** An id for a new order, so that its attachments can be stored before it is raised. */
    public long nextId() {
        return contexts.ids().next();
    }

    /**
     * Raises an order under the version of the method in force.
     *
     * @param id from {@link #nextId}
     * @param request the id of this request in the district: when it is repeated, the first result is returned
     */
    public Outcome raise(String method, long id, Attempt attempt, String request) {
        var inForce = contexts.inForce(method);
        var unraised = StoredOrder.unraised(Order.unraised(id, method, inForce.version()));
        var outcome = requests.attempt(inForce, unraised, attempt, request)
                .orElseThrow(() -> new IllegalStateException("Order " + id + " was raised twice"));
        // a repeated request returns the order that it raised, even if it would be refused today
        return outcome instanceof Outcome.Refused
                ? store.raisedBy(contexts.district(), request)
                        .<Outcome>map(Outcome.Done::earlier)
                        .orElse(outcome)
                : outcome;
    }

    /** The result of a request that was done on an order before; empty if it was not. */
    public Optional<Outcome.Done> replayed(long id, String request) {
        return requests.find(id, request).map(Outcome.Done::earlier);
    }

    /**
     * Takes an action on an order.
     *
     * @param request the id of this request on the order: when it is repeated, the first result is returned
     * @throws UnknownOrder if there is no such order
     */
    public Outcome perform(long id, Attempt attempt, String request) {
        return performOnCached(id, attempt, request)
                .orElseGet(() -> retry.won(
                        id,
                        request,
                        stored -> IdempotentRequests.once(stored, () -> requests.attempt(stored, attempt, request))));
    }

    /**
     * As {@link #perform}, but only on the state of the order that the caller saw.
     *
     * @param tag the tag of that state, see {@link VisibleOrders.Seen}
     * @return empty when the order was changed since; then nothing is done
     */
    public Optional<Outcome> performOn(long id, String tag, Attempt attempt, String request) {
        var stored = store.read(contexts.district(), id, request).orElseThrow(() -> new UnknownOrder(id));
        return IdempotentRequests.once(
                stored,
                () -> stored.tag().equals(tag)
                        ? requests.attempt(stored, attempt, request)
                        : Optional.<Outcome>empty());
    }

    /**
     * Most orders are unchanged since this process last wrote them. So the action is first decided on the cached order, and
     * written if that is still current. Any other result is decided again on the order in the database.
     */
    private Optional<Outcome> performOnCached(long id, Attempt attempt, String request) {
        return store.cached(contexts.district(), id)
                .flatMap(stored -> requests.attempt(stored, attempt, request))
                .filter(Outcome.Done.class::isInstance);
    }

    /**
     * Moves an open order to the version of its method that is in force.
     *
     * @param request the id of this request: when it is repeated, the first result is returned
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
     * Moves an open order, or a subject, to another region after the district has redrawn its grids.
     *
     * @param request the id of this request: when it is repeated, the first result is returned
     * @throws UnknownOrder if there is no such order
     */
    public Outcome relocate(long id, String region, Actor by, String request) {
        return decide(id, order -> new Relocation(methodOf(order), order, setting(order)).decide(region, by), request);
    }

    private Outcome decide(long id, Function<Order, Decision> decision, String request) {
        return retry.won(
                id,
                request,
                stored -> IdempotentRequests.once(
                        stored, () -> requests.write(stored, decision.apply(stored.order()), request)));
    }

    /**
     * Does what the clocks of an order ask for by now. Messages that it sends are delivered later.
     *
     * @return false if there was nothing to do
     */
    public boolean ring(long id) {
        return systemActions.ring(id);
    }

    /**
     * As {@link #ring(long)} for many orders, in the transaction of the caller, who has them locked. An order whose clocks fail
     * does not stop the others.
     *
     * @throws IllegalStateException when an order is not as it was read
     */
    public AlarmResult ringAll(List<Long> ids) {
        return new BulkAlarms(contexts, bulkWriter).fireDue(ids);
    }

    /** Recalculates the deadlines of an order after the calendar has changed. Returns false if none changed. */
    public boolean redate(long id) {
        return systemActions.redate(id);
    }

    /** Delivers all messages between orders that are not delivered yet. Returns how many orders had sent some. */
    public int deliver() {
        return messages.deliverAll(contexts.district());
    }

    /** The current state of an order. */
    public Optional<Order> find(long id) {
        return store.read(contexts.district(), id, null).map(StoredOrder::order);
    }

    /** The version of the method by which an order is handled. */
    public Method methodOf(Order order) {
        return contexts.methodOf(order);
    }

    /** The context for a decision about an order now. Its time is never before the last change of the order. */
    public DecisionContext setting(Order order) {
        return contexts.setting(order, new Actor.Machine());
    }
}
