package org.liudan.api;

import org.jspecify.annotations.Nullable;
import org.liudan.engine.decision.Attempt;
import org.liudan.identity.SignedIn;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Raises orders and subjects and acts on them for a program. A request that is sent again is done only once. */
@Component
class ActionCalls {

    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final ApiStarts starts;
    private final SubmittedAnswers submittedAnswers;
    private final IdempotencyKeys idempotencyKeys;

    ActionCalls(
            VisibleOrders orders,
            OrderDesk desk,
            ApiStarts starts,
            SubmittedAnswers submittedAnswers,
            IdempotencyKeys idempotencyKeys) {
        this.orders = orders;
        this.desk = desk;
        this.starts = starts;
        this.submittedAnswers = submittedAnswers;
        this.idempotencyKeys = idempotencyKeys;
    }

    /**
     * Raises an order.
     *
     * @param key the idempotency key; null if the request is to be done each time it is sent
     * @throws ApiRefusal if the request or the rules do not allow it
     */
    Outcome.Done raise(OrderCalls.NewOrder newOrder, @Nullable String key, PageContext context) {
        var viewer = SignedIn.required();
        var start = starts.find(viewer, newOrder.method(), newOrder.action(), context);
        var draft = starts.readDraft(newOrder.draft(), context);
        long id = draft.isPresent() ? draft.get().id() : desk.nextId();
        var name = draft.isPresent() ? draft.get().request() : idempotencyKeys.requestName(viewer, key, context);
        var answers = submittedAnswers.answers(newOrder.answers(), start.method(), start.action(), id, context);
        var attempt = new Attempt(start.action().id(), viewer.actor(), answers);
        return completed(desk.raise(start.method().id(), id, attempt, name), name, attempt, context);
    }

    /**
     * Takes an action on an order.
     *
     * @param match the value of {@code If-Match}: the state that the action is for; null for any state
     * @throws ApiRefusal if the request or the rules do not allow it
     */
    Outcome.Done act(
            String number,
            String action,
            OrderCalls.@Nullable ActionRequest actionRequest,
            @Nullable String match,
            @Nullable String key,
            PageContext context) {
        var viewer = SignedIn.required();
        var name = idempotencyKeys.requestName(viewer, key, context);
        var found = orders.findToAct(viewer, number);
        if (found.isEmpty()) {
            return replay(number, action, name, context);
        }
        var order = found.get();
        var method = desk.methodOf(order);
        var declared = method.actions().get(action);
        if (declared == null) {
            throw ApiRefusal.of(404, context.t("reason.unknown-action", action));
        }
        var answers = submittedAnswers.answers(
                actionRequest == null ? null : actionRequest.answers(), method, declared, order.id(), context);
        var attempt = new Attempt(action, viewer.actor(), answers);
        var outcome = OrderTag.expected(match)
                .map(tag -> desk.performOn(order.id(), tag, attempt, name).orElseThrow(() -> ApiRefusal.of(412)))
                .orElseGet(() -> desk.perform(order.id(), attempt, name));
        return completed(outcome, name, attempt, context);
    }

    /** The outcome of an earlier request, even if its action made the order invisible to this program. */
    private Outcome.Done replay(String number, String action, String request, PageContext context) {
        var done = OrderNumber.parse(number)
                .flatMap(parsed -> desk.replayed(parsed.id(), request))
                .filter(replayed -> OrderNumber.of(replayed.order(), context.calendar())
                        .text()
                        .equals(number))
                .orElseThrow(() -> ApiRefusal.of(404));
        idempotencyKeys.checkSameAction(done.order(), request, action, context);
        return done;
    }

    private Outcome.Done completed(Outcome outcome, String request, Attempt attempt, PageContext context) {
        if (outcome instanceof Outcome.Refused refused) {
            throw ApiRefusal.of(refused.reasons(), context);
        }
        var done = (Outcome.Done) outcome;
        if (done.replayed()) {
            idempotencyKeys.checkSameAction(done.order(), request, attempt.action(), context);
        }
        return done;
    }
}
