package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What decisions need to know about other orders. */
public interface OrderLookup {

    /** A new id for an order. Never returns an id twice. */
    long nextId();

    /** The order with this number, if the actor may see it. */
    Optional<Fellow> find(String number);

    /**
     * The subjects of a register in some regions, without those that already have an open order of a method.
     *
     * @param regions codes of regions; regions below them are included
     */
    List<Kept> kept(String register, List<String> regions, String method);

    /**
     * The progress of the survey of a register.
     *
     * @param areas codes of regions, or of units, which mean the regions that they serve
     * @param since a day in local time; a subject counts as surveyed if it was entered or visited on this day or later
     */
    Surveyed surveyed(String register, List<String> areas, String since);

    /**
     * The progress of a survey, in subjects.
     *
     * @param left the number of subjects that are not surveyed yet
     */
    record Surveyed(long total, long left) {}

    /** A subject on a register, with the unit of its holder. */
    record Kept(long id, String unit, Map<String, Object> fields) {}

    /** An order that was found by its number. */
    record Fellow(long id, String method, boolean open) {}
}
