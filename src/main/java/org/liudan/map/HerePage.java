package org.liudan.map;

import java.util.List;

/**
 * What lies where somebody has pressed on the map.
 *
 * @param more true when there is more than is listed
 */
public record HerePage(List<One> all, boolean more) {

    /** An order or a subject. */
    public record One(
            String address, String title, String layer, String light, String due, String status, String region) {}
}
