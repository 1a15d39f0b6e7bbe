package org.liudan.map;

/**
 * Marks that lie close together at the zoom of the map.
 *
 * @param layer the layer of the marks; of several layers, one of them
 * @param id the order or subject of the layer, valid only when {@code count} is one
 * @param count the number of marks; {@code red} of them are overdue, {@code amber} are due soon
 * @param lon the longitude of their centre in degrees; {@code lat} is the latitude
 * @param box contains all of them
 */
record Cluster(String layer, long id, long count, long red, long amber, double lon, double lat, MapBox box) {

    /** Merges two clusters, also of different layers. */
    Cluster merge(Cluster other) {
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
