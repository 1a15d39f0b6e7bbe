package org.liudan.orders.wording;

import java.util.List;
import org.liudan.engine.order.Order;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.EventLog;
import org.liudan.privacy.Seals;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Loads what the pages of an order show. */
@Component
public class Dossiers {

    private final OrderDesk desk;
    private final EventLog events;
    private final Attachments attachments;
    private final Seals seals;
    private final Rulebook rulebook;

    Dossiers(OrderDesk desk, EventLog events, Attachments files, Seals seals, Rulebook rulebook) {
        this.rulebook = rulebook;
        this.desk = desk;
        this.events = events;
        this.attachments = files;
        this.seals = seals;
    }

    public Dossier of(Order order, PageContext context) {
        var method = desk.methodOf(order);
        var inForce = rulebook.current(context.directory().district(), method.id());
        return new Dossier(
                context,
                order,
                method,
                events.of(order.id()),
                method.register().isPresent() ? events.imported(order.id()) : List.of(),
                new EventNarrator(
                        context, method, attachments.of(order.id()), seals, EventNarrator.promises(method, inForce)));
    }
}
