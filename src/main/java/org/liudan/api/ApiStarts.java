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

/** The start actions that a program may use, and drafts of orders. */
@Component
class ApiStarts {

    /**
     * A way to raise an order.
     *
     * @param form the fields of its form
     */
    record StartOption(NamedCode method, NamedCode action, List<FieldFacts> form) {}

    private final StartActions startActions;
    private final OrderDesk desk;
    private final OrderFactsMaker factsMaker;
    private final Seals seals;

    ApiStarts(StartActions startActions, OrderDesk desk, OrderFactsMaker factsMaker, Seals seals) {
        this.startActions = startActions;
        this.desk = desk;
        this.factsMaker = factsMaker;
        this.seals = seals;
    }

    /** The ways to raise an order. */
    List<StartOption> options(Viewer viewer, PageContext context) {
        return startActions.of(viewer.actor()).stream()
                .map(start -> option(start, context))
                .toList();
    }

    /** The ways to enter a subject on a register. */
    List<StartOption> options(Method register, Viewer viewer, PageContext context) {
        return startActions.of(viewer.actor(), register).stream()
                .map(start -> option(start, context))
                .toList();
    }

    /**
     * Finds the start action that a request names.
     *
     * @param action the first start action of the method if null
     * @throws ApiRefusal if the request names no method
     * @throws org.springframework.web.server.ResponseStatusException 403 if the viewer may not use it, 404 if it does
     *     not exist
     */
    StartAction find(Viewer viewer, @Nullable String method, @Nullable String action, PageContext context) {
        if (method == null || method.isBlank()) {
            throw ApiRefusal.invalidField("method", context.t("problem.field.missing"));
        }
        return startActions.one(viewer.actor(), method, action == null ? "" : action);
    }

    /** A new draft with an order id of its own. */
    Draft newDraft() {
        return Draft.of(desk.nextId(), seals);
    }

    /**
     * Reads the token of a draft.
     *
     * @throws ApiRefusal if it is not a token of a draft
     */
    Optional<Draft> readDraft(Optional<String> token, PageContext context) {
        var draft = token.flatMap(text -> Draft.read(text, seals));
        if (token.isPresent() && draft.isEmpty()) {
            throw ApiRefusal.invalidField("draft", context.t("problem.field.value"));
        }
        return draft;
    }

    private StartOption option(StartAction start, PageContext context) {
        var method = start.method();
        var action = start.action();
        var unraised = Order.unraised(0, method.id(), method.version());
        return new StartOption(
                new NamedCode(method.id(), context.w(method.name())),
                new NamedCode(action.id(), context.w(action.name())),
                factsMaker.form(context, method, action.id(), unraised));
    }
}
