package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The effects of an action on other orders.
 *
 * @param opens the orders that it opens
 * @param sends the actions that it asks linked orders to take
 * @param merge the field that names the order to merge this one into; empty if it merges nothing
 */
public record CrossOrderRule(List<Opening> opens, List<Sending> sends, Optional<String> merge) {

    public static final CrossOrderRule NONE = new CrossOrderRule(List.of(), List.of(), Optional.empty());

    /** The field of the other method that gets the unit for which the order is opened. */
    public static final String UNIT = "unit";

    /**
     * Opens one order for each of some units, or about each of some subjects.
     *
     * @param method the method of the new orders
     * @param start the action that raises them
     * @param as the part that the new orders have in this one
     * @param name the name of that part; empty if the name of the method is enough
     * @param to a field that names units, or a party; empty if {@code each} is given
     * @param each the subjects or offices for which orders are opened
     * @param give the fields of the other order, each with the field of this order that fills it
     */
    public record Opening(
            Guard when,
            String method,
            String start,
            String as,
            Optional<LocalizedText> name,
            String to,
            Optional<Each> each,
            Map<String, String> give) {}

    /**
     * Each subject of a register in some regions, or each office of a level that serves one of them.
     *
     * @param register the register; empty for offices
     * @param office the level of the offices; empty for subjects
     * @param in the field that names the regions
     * @param take the fields of the other order, each with the field of the subject that fills it
     */
    public record Each(String register, String office, String in, Map<String, String> take) {}

    /**
     * Asks linked orders to take an action.
     *
     * @param to {@code parent}, {@code children}, {@code joined} (orders merged into this one), or a part that children have
     * @param give the fields of the other order, each with the field of this order that fills it
     */
    public record Sending(Guard when, String to, String action, Map<String, String> give) {}
}
