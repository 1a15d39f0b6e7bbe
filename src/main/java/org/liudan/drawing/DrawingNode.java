package org.liudan.drawing;

import java.util.List;
import java.util.Optional;

/**
 * The content of a box, before it has a position.
 *
 * @param kind {@code start}, {@code open}, {@code anywhere} or {@code closed}
 * @param ring the name of its ring
 * @param id the id of the step; for other boxes an id that no step has
 * @param facts who holds an order here, what it waits for, and its clocks
 * @param ways the actions that lead to another step
 * @param effects the effects of its actions on other orders, with the names of the actions
 * @param stays the actions after which the order stays, in one line; empty if there is none
 * @param openOrders the number of open orders; empty if the reader sees no orders, or if the step is closed
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
     * @param text the name of the action, and where it leads
     * @param to the ids of the steps
     */
    record Way(String action, String text, boolean main, List<String> to) {}

    /** The number of open orders: a short text for the box, a full text for a screen reader, and the address of their list. */
    record OpenOrders(String text, String label, String address) {}
}
