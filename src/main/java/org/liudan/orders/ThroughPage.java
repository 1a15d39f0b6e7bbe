package org.liudan.orders;

import java.util.List;
import java.util.Optional;

/**
 * A list worked through one by one: the weekly meeting, the call-backs.
 *
 * @param kind {@code meeting} or {@code callbacks}
 * @param at which one is open, counted from 0
 * @param total how many there are
 * @param current the one that is open; none when nothing is left
 * @param all the list
 */
public record ThroughPage(
        String kind, int at, int total, Optional<OrderPage> current, List<ListedOrder> all, String today) {

    public String next() {
        return "/" + kind + "?at=" + at;
    }
}
