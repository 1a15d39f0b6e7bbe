package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rules ask of the other orders. */
public interface OrderLookup {

    /** An id that no order has had before. */
    long nextId();

    /** The order of this number, if the one who names it may see it. */
    Optional<Fellow> find(String number);

    /**
     * The subjects that a register has in some regions, those left out about which an order of a method is open already.
     *
     * @param regions codes; what lies below one lies in it
     */
    List<Kept> kept(String register, List<String> regions, String method);

    /**
     * How far the survey of a register has come.
     *
     * @param areas codes of regions, or of units for the regions that they serve
     * @param since a day in local time; what was entered or visited from then on is surveyed
     */
    Surveyed surveyed(String register, List<String> areas, String since);

    /**
     * What a survey has to look at.
     *
     * @param left how much of it is still to be surveyed
     */
    record Surveyed(long total, long left) {}

    /** A subject on a register, and the unit that holds it. */
    record Kept(long id, String unit, Map<String, Object> fields) {}

    /** Another order, as far as a rule may know it. */
    record Fellow(long id, String method, boolean open) {}
}
