package org.liudan.orders.wording;

import java.util.List;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderRow;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts lists of orders into the reader's words. */
@Component
public class ListedOrders {

    private final Rulebook rulebook;

    ListedOrders(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    public List<ListedOrder> of(List<OrderRow> rows, PageContext screen) {
        return rows.stream()
                .map(row -> ListedOrder.of(row, screen, method(row, screen)))
                .toList();
    }

    /** A single order as a list shows it. */
    public ListedOrder of(Order order, PageContext screen) {
        return ListedOrder.of(
                OrderRow.of(order),
                screen,
                rulebook.version(screen.directory().district(), order.method(), order.version()));
    }

    /** What a list can be narrowed to, and is. */
    public FilterChoices choices(PageContext screen, OrderFilter filter, String path, boolean full) {
        return FilterChoices.of(screen, rulebook.inForce(screen.directory().district()), filter, path, full);
    }

    /** The version of the method that an order of a list is handled by. */
    public Method method(OrderRow row, PageContext screen) {
        return rulebook.version(screen.directory().district(), row.heading().method(), row.heading().methodVersion());
    }
}
