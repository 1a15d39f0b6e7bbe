package org.liudan.map;

import java.util.List;
import java.util.Optional;
import org.liudan.registers.SubjectListPage.Narrowing;

/**
 * The map, and the list beside it that says the same in words.
 *
 * @param box what the map shows first: west, south, east, north
 * @param query of the address, for what the map asks for
 * @param heat the month whose heat is shown; empty for none
 * @param lead what is shown, in words
 * @param outside how many points lie in no region's shape, where that can be said
 * @param sources where the shapes of the regions come from
 */
public record MapPage(
        String box,
        String query,
        String heat,
        String lead,
        List<Choice> layers,
        List<Narrowing> narrowings,
        String q,
        String from,
        String to,
        boolean orders,
        boolean narrowed,
        List<Region> streets,
        List<Month> months,
        Optional<String> outside,
        List<String> sources) {

    /** A layer that can be shown. */
    public record Choice(String id, String name, boolean shown) {}

    /**
     * What lies in a region.
     *
     * @param address of the map of it
     * @param at the middle of what lies in it, where the map writes its name for want of a shape; may be empty
     * @param open true when its communities are to be seen at once
     */
    public record Region(
            String name,
            String address,
            String at,
            List<Count> counts,
            long red,
            long unplaced,
            boolean open,
            List<Region> communities) {}

    /** How many of a layer, and the list of them. */
    public record Count(String layer, String name, long count, String address) {}

    /**
     * How many were raised in a month.
     *
     * @param share of the fullest month, in hundredths
     */
    public record Month(String id, String name, String inShort, long count, int share, String address) {}
}
