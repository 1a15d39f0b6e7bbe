package org.liudan.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.intake.Draft;
import org.liudan.intake.StartAction;
import org.liudan.intake.StartActions;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** The orders that a program may raise, and drafts of them. */
@Component
class ApiStarts {

    /**
     * A way to raise an order.
     *
     * @param form what has to be filled in
     */
    record StartOption(NamedCode method, NamedCode action, List<OrderFacts.FieldFacts> form) {}

    private final StartActions startActions;
    private final OrderDesk desk;
    private final OrderFactsMaker factsMaker;
    private final Seals seals;

    ApiStarts(StartActions starts, OrderDesk desk, OrderFactsMaker maker, Seals seals) {
        this.startActions = starts;
        this.desk = desk;
        this.factsMaker = maker;
        this.seals = seals;
    }

    List<StartOption> options(Viewer viewer, PageContext screen) {
        return startActions.of(viewer.actor()).stream()
                .map(start -> option(start, screen))
                .toList();
    }

    /** The ways to enter a subject on a register. */
    List<StartOption> options(Method register, Viewer viewer, PageContext screen) {
        return startActions.of(viewer.actor(), register).stream()
                .map(start -> option(start, screen))
                .toList();
    }

    /** The start that is asked for. */
    StartAction find(Viewer viewer, @Nullable String method, @Nullable String action, PageContext screen) {
        if (method == null || method.isBlank()) {
            throw ApiRefusal.invalidField("method", screen.t("problem.field.missing"));
        }
        return startActions.one(viewer.actor(), method, action == null ? "" : action);
    }

    Draft newDraft() {
        return Draft.of(desk.nextId(), seals);
    }

    Optional<Draft> readDraft(Optional<String> token, PageContext screen) {
        var draft = token.flatMap(one -> Draft.read(one, seals));
        if (token.isPresent() && draft.isEmpty()) {
            throw ApiRefusal.invalidField("draft", screen.t("problem.field.value"));
        }
        return draft;
    }

    private StartOption option(StartAction start, PageContext screen) {
        var method = start.method();
        var action = start.action();
        var unraised = Order.unraised(0, method.id(), method.version());
        return new StartOption(
                new NamedCode(method.id(), screen.w(method.name())),
                new NamedCode(action.id(), screen.w(action.name())),
                factsMaker.form(screen, method, action.id(), unraised));
    }
}
