package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.wording.ListedOrder;

/**
 * A list worked through one by one: the weekly meeting, the call-backs.
 *
 * @param kind {@code meeting} or {@code callbacks}
 * @param whole true for everything open, not only what is to be decided here
 * @param at which one is open, counted from 0
 * @param total how many there are
 * @param current the one that is open; none when nothing is left
 * @param all the list
 */
public record QueuePage(
        String kind,
        boolean allOpen,
        int position,
        int total,
        Optional<OrderPage> current,
        List<ListedOrder> orders,
        String today) {

    /** The page at another place of the list. */
    public String address(boolean all, int place) {
        return address(kind, all, place);
    }

    static String address(String kind, boolean all, int place) {
        return "/" + kind + "?at=" + place + (all ? "&all=yes" : "");
    }
}
