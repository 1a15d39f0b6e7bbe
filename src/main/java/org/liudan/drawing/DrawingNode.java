package org.liudan.drawing;

import java.util.List;
import java.util.Optional;

/**
 * What a box of a drawing says, before it has a place.
 *
 * @param kind {@code start}, {@code open}, {@code anywhere} or {@code closed}
 * @param ring the name of its ring
 * @param facts who holds an order here, and the clocks
 * @param ways actions that lead on
 * @param dealings what its actions have to do with other orders, with the names of the actions
 * @param stays actions after which the order stays, in one line of words; empty when there is none
 * @param count how many open orders are here; none when the reader sees no orders or nothing can be here
 */
public record DrawingNode(
        String id,
        String kind,
        String ring,
        String name,
        List<String> facts,
        List<Way> ways,
        String stays,
        List<CrossOrderSummary> effects,
        Optional<OpenOrders> openOrders) {

    /**
     * An action and the steps it may lead to.
     *
     * @param words with where it leads
     */
    record Way(String action, String text, boolean main, List<String> to) {}

    /** How many open orders there are, in words for the box and in full, and where they are listed. */
    record OpenOrders(String text, String label, String address) {}
}
