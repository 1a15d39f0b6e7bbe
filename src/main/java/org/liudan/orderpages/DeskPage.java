package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.wording.FilterChoices;
import org.liudan.orders.wording.ListedOrder;

/**
 * The desk: what there is to do, and the other lists.
 *
 * @param tabs the lists with how many orders are in each
 * @param next the address of the next page
 * @param first the address of the first page, when this isn't it
 */
public record DeskPage(
        OrderFilter filter,
        List<DeskTab> tabs,
        List<ListedOrder> orders,
        Optional<String> next,
        Optional<String> first,
        FilterChoices choices) {

    /** One list. */
    public record DeskTab(String id, String count, boolean current, boolean alert) {}
}
