package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an action does to other orders.
 *
 * @param opens orders that it opens
 * @param sends actions that it has related orders take
 * @param merge the field that names the order into which it merges this one
 */
public record CrossOrderRule(List<Opening> opens, List<Sending> sends, Optional<String> merge) {

    public static final CrossOrderRule NOTHING = new CrossOrderRule(List.of(), List.of(), Optional.empty());

    /** The field of the other method that takes the unit for which it is opened. */
    public static final String UNIT = "unit";

    /**
     * An order to open for each unit named, or about each subject of a register.
     *
     * @param method the method it is handled by
     * @param start the action that raises it
     * @param as the part it has in this one
     * @param name what people call that part; none where the name of the method says enough
     * @param to a field that names a unit or units, or a party; empty where it is about subjects
     * @param each the subjects that an order is opened about, or the offices that one is opened for
     * @param give fields of the other order, each with the field of this one it is filled from
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
     * Each subject of a register that lies in certain regions, or each office of a level that serves one of them.
     *
     * @param register empty where it is offices
     * @param office the level of the offices; empty where it is subjects
     * @param in the field that names the regions
     * @param take fields of the other order, each with the field of the subject it is filled from
     */
    public record Each(String register, String office, String in, Map<String, String> take) {}

    /**
     * An action for related orders to take.
     *
     * @param to {@code parent}, {@code children}, {@code joined}, or a part that children have
     * @param give fields of the other order, each with the field of this one it is filled from
     */
    public record Sending(Guard when, String to, String action, Map<String, String> give) {}
}
