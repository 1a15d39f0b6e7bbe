package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.wording.ListedOrder;

/**
 * A list that is worked through one order at a time: the weekly meeting or the call-backs.
 *
 * @param kind {@code meeting} or {@code callbacks}
 * @param allOpen true if the list has every open order, not only those to be decided here
 * @param position the index of the order that is shown, from 0
 * @param total how many orders the list has
 * @param current the order that is shown; empty if none is left
 * @param orders the list
 */
public record QueuePage(
        String kind,
        boolean allOpen,
        int position,
        int total,
        Optional<OrderPage> current,
        List<ListedOrder> orders,
        String today) {

    /** The address of the page at another position of the list. */
    public String address(boolean allOpen, int position) {
        return address(kind, allOpen, position);
    }

    static String address(String kind, boolean allOpen, int position) {
        return "/" + kind + "?at=" + position + (allOpen ? "&all=yes" : "");
    }
}
