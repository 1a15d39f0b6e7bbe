package org.liudan.map;

import java.util.List;
import java.util.Optional;
import org.liudan.registers.SubjectListPage.Narrowing;

/**
 * The map, and the list beside it with the same counts in words.
 *
 * @param lead a sentence with the counts of the whole map
 * @param streets the list beside the map
 * @param months the orders of the last months; empty when there are none
 * @param outside a sentence with the number of points outside all shapes; empty when there are none
 * @param sources where the shapes of the regions come from
 */
public record MapPage(
        MapView view,
        String lead,
        FilterFields form,
        List<MapRegion> streets,
        List<MonthBar> months,
        Optional<String> outside,
        List<String> sources) {

    /**
     * The state with which the map starts.
     *
     * @param box the box shown first: west, south, east, north
     * @param query the query string that the map sends with its requests
     * @param heat the month of the heat map; empty for none
     */
    public record MapView(String box, String query, String heat) {}

    /**
     * The form above the map, with its current values.
     *
     * @param orders true when orders are shown, so that days can be chosen
     * @param narrowed true when any filter is set
     */
    public record FilterFields(
            List<LayerChoice> layers,
            List<Narrowing> narrowings,
            String q,
            String from,
            String to,
            boolean orders,
            boolean narrowed) {}

    /** A layer that can be shown. */
    public record LayerChoice(String id, String name, boolean shown) {}

    /**
     * A region and its counts.
     *
     * @param address the address of the map of this region
     * @param at the centre of its points, where the map writes its name; empty when the region has a shape
     * @param red the number of those that are overdue
     * @param unplaced the number of those without coordinates
     * @param open true when its communities are unfolded
     */
    public record MapRegion(
            String name,
            String address,
            String at,
            List<LayerCount> counts,
            long red,
            long unplaced,
            boolean open,
            List<MapRegion> communities) {}

    /** The count of one layer, and the address of the list. */
    public record LayerCount(String layer, String name, long count, String address) {}

    /**
     * The orders raised in a month.
     *
     * @param share in percent of the month with the most orders
     */
    public record MonthBar(String id, String name, String inShort, long count, int share, String address) {}
}
