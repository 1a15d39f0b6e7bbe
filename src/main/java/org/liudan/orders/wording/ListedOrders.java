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

    public List<ListedOrder> of(List<OrderRow> rows, PageContext context) {
        return rows.stream()
                .map(row -> ListedOrder.of(row, context, method(row, context)))
                .toList();
    }

    /** A single order as a list shows it. */
    public ListedOrder of(Order order, PageContext context) {
        return ListedOrder.of(
                OrderRow.of(order),
                context,
                rulebook.version(context.directory().district(), order.method(), order.version()));
    }

    /** The form that narrows a list with this filter. */
    public FilterChoices choices(PageContext context, OrderFilter filter, String path, boolean full) {
        return FilterChoices.of(context, rulebook.inForce(context.directory().district()), filter, path, full);
    }

    /** The version of the method by which the order is handled. */
    public Method method(OrderRow row, PageContext context) {
        return rulebook.version(
                context.directory().district(),
                row.heading().method(),
                row.heading().methodVersion());
    }
}
