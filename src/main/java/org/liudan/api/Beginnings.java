package org.liudan.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.intake.Draft;
import org.liudan.intake.Start;
import org.liudan.intake.Starts;
import org.liudan.kit.Screen;
import org.liudan.orders.OrderDesk;
import org.liudan.people.Seals;
import org.liudan.people.Viewer;
import org.springframework.stereotype.Component;

/** The orders that a program may raise, and drafts of them. */
@Component
class Beginnings {

    /**
     * A way to raise an order.
     *
     * @param form what has to be filled in
     */
    record Beginning(Named method, Named action, List<OrderFacts.FieldFacts> form) {}

    private final Starts starts;
    private final OrderDesk desk;
    private final OrderFactsMaker maker;
    private final Seals seals;

    Beginnings(Starts starts, OrderDesk desk, OrderFactsMaker maker, Seals seals) {
        this.starts = starts;
        this.desk = desk;
        this.maker = maker;
        this.seals = seals;
    }

    List<Beginning> of(Viewer viewer, Screen screen) {
        return starts.of(viewer.actor()).stream()
                .map(start -> beginning(start, screen))
                .toList();
    }

    /** The ways to enter a subject on a register. */
    List<Beginning> of(Method register, Viewer viewer, Screen screen) {
        return starts.of(viewer.actor(), register).stream()
                .map(start -> beginning(start, screen))
                .toList();
    }

    /** The start that is asked for. */
    Start one(Viewer viewer, @Nullable String method, @Nullable String action, Screen screen) {
        if (method == null || method.isBlank()) {
            throw Refusal.wrong("method", screen.t("problem.field.missing"));
        }
        return starts.one(viewer.actor(), method, action == null ? "" : action);
    }

    Draft draft() {
        return Draft.of(desk.nextId(), seals);
    }

    Optional<Draft> draft(Optional<String> token, Screen screen) {
        var draft = token.flatMap(one -> Draft.read(one, seals));
        if (token.isPresent() && draft.isEmpty()) {
            throw Refusal.wrong("draft", screen.t("problem.field.value"));
        }
        return draft;
    }

    private Beginning beginning(Start start, Screen screen) {
        var method = start.method();
        var action = start.action();
        var unraised = Order.unraised(0, method.id(), method.version());
        return new Beginning(
                new Named(method.id(), screen.w(method.name())),
                new Named(action.id(), screen.w(action.name())),
                maker.form(screen, method, action.id(), unraised));
    }
}
