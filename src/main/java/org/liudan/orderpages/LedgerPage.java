package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.wording.FilterChoices;
import org.liudan.orders.wording.ListedOrder;

/**
 * The ledger of appeals (诉求台账) under a filter.
 *
 * @param total the number of matching orders, in words
 */
public record LedgerPage(
        OrderFilter filter,
        String total,
        List<ListedOrder> orders,
        Optional<String> next,
        Optional<String> first,
        FilterChoices choices) {}
