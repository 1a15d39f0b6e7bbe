package org.liudan.orders;

import java.util.List;
import org.liudan.engine.Order;
import org.liudan.kit.Screen;
import org.liudan.people.Seals;
import org.liudan.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Gathers what the pages of an order tell. */
@Component
public class Dossiers {

    private final OrderDesk desk;
    private final Events events;
    private final Files files;
    private final Seals seals;
    private final Rulebook rulebook;

    Dossiers(OrderDesk desk, Events events, Files files, Seals seals, Rulebook rulebook) {
        this.rulebook = rulebook;
        this.desk = desk;
        this.events = events;
        this.files = files;
        this.seals = seals;
    }

    public Dossier of(Order order, Screen screen) {
        var method = desk.methodOf(order);
        var inForce = rulebook.current(screen.directory().district(), method.id());
        return new Dossier(
                screen,
                order,
                method,
                events.of(order.id()),
                method.register().isPresent() ? events.imported(order.id()) : List.of(),
                new Telling(screen, method, files.of(order.id()), seals, Telling.promises(method, inForce)));
    }
}
