package org.liudan.map;

import java.util.List;

/**
 * The orders and subjects at the place where somebody clicked on the map.
 *
 * @param more true when there are more marks than listed
 */
public record HerePage(List<ListedMark> marks, boolean more) {

    /** An order or a subject in words. */
    public record ListedMark(
            String address, String title, String layer, String light, String due, String status, String region) {}
}
