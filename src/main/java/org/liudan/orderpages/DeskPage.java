package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.wording.FilterChoices;
import org.liudan.orders.wording.ListedOrder;

/**
 * The desk: the orders that wait for the reader, and the other lists.
 *
 * @param tabs the lists, each with its count
 * @param next the address of the next page
 * @param first the address of the first page; empty on the first page
 */
public record DeskPage(
        OrderFilter filter,
        List<DeskTab> tabs,
        List<ListedOrder> orders,
        Optional<String> next,
        Optional<String> first,
        FilterChoices choices) {

    /** One list; {@code count} in words, {@code alert} true if orders wait for the reader. */
    public record DeskTab(String id, String count, boolean current, boolean alert) {}
}
