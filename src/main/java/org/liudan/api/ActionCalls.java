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

/** Raises and acts on orders and subjects for a program, once for each request however often it is sent. */
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
            ApiStarts beginnings,
            SubmittedAnswers given,
            IdempotencyKeys requests) {
        this.orders = orders;
        this.desk = desk;
        this.starts = beginnings;
        this.submittedAnswers = given;
        this.idempotencyKeys = requests;
    }

    /** @param key names the request, so that it is done once; null to do it as often as it is sent */
    Outcome.Done raise(OrderCalls.NewOrder wish, @Nullable String key, PageContext screen) {
        var viewer = SignedIn.required();
        var start = starts.find(viewer, wish.method(), wish.action(), screen);
        var draft = starts.readDraft(wish.draft(), screen);
        long id = draft.isPresent() ? draft.get().id() : desk.nextId();
        var name = draft.isPresent() ? draft.get().request() : idempotencyKeys.requestName(viewer, key, screen);
        var answers = submittedAnswers.answers(wish.answers(), start.method(), start.action(), id, screen);
        var attempt = new Attempt(start.action().id(), viewer.actor(), answers);
        return completed(desk.raise(start.method().id(), id, attempt, name), name, attempt, screen);
    }

    /** @param match the state on which it is to be done; null for any */
    Outcome.Done act(
            String number,
            String action,
            OrderCalls.@Nullable ActionRequest wish,
            @Nullable String match,
            @Nullable String key,
            PageContext screen) {
        var viewer = SignedIn.required();
        var name = idempotencyKeys.requestName(viewer, key, screen);
        var found = orders.findToAct(viewer, number);
        if (found.isEmpty()) {
            return replay(number, action, name, screen);
        }
        var order = found.get();
        var method = desk.methodOf(order);
        var declared = method.actions().get(action);
        if (declared == null) {
            throw ApiRefusal.of(404, screen.t("reason.unknown-action", action));
        }
        var answers = submittedAnswers.answers(wish == null ? null : wish.answers(), method, declared, order.id(), screen);
        var attempt = new Attempt(action, viewer.actor(), answers);
        var outcome = OrderTag.expected(match)
                .map(tag -> desk.performOn(order.id(), tag, attempt, name).orElseThrow(() -> ApiRefusal.of(412)))
                .orElseGet(() -> desk.perform(order.id(), attempt, name));
        return completed(outcome, name, attempt, screen);
    }

    /** Who took an order out of their own sight by what they did is told so again. */
    private Outcome.Done replay(String number, String action, String request, PageContext screen) {
        var done = OrderNumber.parse(number)
                .flatMap(parsed -> desk.replayed(parsed.id(), request))
                .filter(one ->
                        OrderNumber.of(one.order(), screen.calendar()).text().equals(number))
                .orElseThrow(() -> ApiRefusal.of(404));
        idempotencyKeys.checkSameAction(done.order(), request, action, screen);
        return done;
    }

    private Outcome.Done completed(Outcome outcome, String request, Attempt attempt, PageContext screen) {
        if (outcome instanceof Outcome.Refused refused) {
            throw ApiRefusal.of(refused.reasons(), screen);
        }
        var done = (Outcome.Done) outcome;
        if (done.replayed()) {
            idempotencyKeys.checkSameAction(done.order(), request, attempt.action(), screen);
        }
        return done;
    }
}
