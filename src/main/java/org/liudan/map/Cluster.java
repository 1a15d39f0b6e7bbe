package org.liudan.map;

/**
 * What lies close together on the map as it is zoomed.
 *
 * @param id the only one of its layer, when {@code count} is one
 * @param count how many there are, of which so many are overdue and so many due soon
 * @param box in which all of them lie
 */
record Cluster(String layer, long id, long count, long red, long amber, double lon, double lat, MapBox box) {

    /** Both together, of whichever layers. */
    Cluster and(Cluster other) {
        double share = (double) count / (count + other.count);
        return new Cluster(
                layer,
                id,
                count + other.count,
                red + other.red,
                amber + other.amber,
                lon * share + other.lon * (1 - share),
                lat * share + other.lat * (1 - share),
                new MapBox(
                        Math.min(box.west(), other.box.west()),
                        Math.min(box.south(), other.box.south()),
                        Math.max(box.east(), other.box.east()),
                        Math.max(box.north(), other.box.north())));
    }
}
