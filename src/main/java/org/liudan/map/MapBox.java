package org.liudan.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** The part of the earth that a map shows, in degrees: from west to east and from south to north. */
record MapBox(double west, double south, double east, double north) {

    /** The maximum number of cells from west to east, also when the map is zoomed out far. */
    private static final int MAX_CELLS = 24;

    /** The width of a map tile in pixels. */
    private static final double TILE = 256;

    MapBox {
        if (!(west <= east && south <= north && Math.abs(south) <= 90 && Math.abs(north) <= 90)) {
            throw new IllegalArgumentException("No box: " + west + "," + south + "," + east + "," + north);
        }
    }

    /** Parses {@code west,south,east,north}; empty if the text is not a box. */
    static Optional<MapBox> parse(String text) {
        try {
            var sides = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return sides.length == 4
                    ? Optional.of(new MapBox(sides[0], sides[1], sides[2], sides[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    /** Reads the columns west, south, east and north; empty if they are not on the earth. */
    static Optional<MapBox> read(ResultSet row) throws SQLException {
        return parse(String.join(
                ",", row.getString("west"), row.getString("south"), row.getString("east"), row.getString("north")));
    }

    static MapBox of(Envelope envelope) {
        return new MapBox(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.5f,%.5f,%.5f,%.5f", west, south, east, north);
    }

    Envelope envelope() {
        return new Envelope(west, east, south, north);
    }

    /** Returns the width of a cell in degrees, given its width in pixels on the screen. */
    double cellWidth(int zoom, int pixels) {
        return Math.max(degrees(zoom, pixels), (east - west) / MAX_CELLS);
    }

    /** Converts pixels on the screen to degrees of longitude at a zoom (Web Mercator tiles). */
    static double degrees(int zoom, int pixels) {
        return pixels * 360 / (TILE * Math.pow(2, zoom));
    }

    /** Returns the length of a degree of longitude relative to a degree of latitude in the middle of the box. */
    double aspectRatio() {
        return Math.max(0.1, Math.cos(Math.toRadians((south + north) / 2)));
    }
}
