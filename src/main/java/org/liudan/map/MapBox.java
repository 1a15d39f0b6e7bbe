package org.liudan.map;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** What a map shows: from west to east and from south to north, in degrees. */
record MapBox(double west, double south, double east, double north) {

    /** However far a map is zoomed out, no more cells than this lie beside each other. */
    private static final int MOST_CELLS = 24;

    private static final double TILE = 256;

    MapBox {
        if (!(west <= east && south <= north && Math.abs(south) <= 90 && Math.abs(north) <= 90)) {
            throw new IllegalArgumentException("No box: " + west + "," + south + "," + east + "," + north);
        }
    }

    /** Reads west, south, east and north with commas between. */
    static Optional<MapBox> parse(String text) {
        try {
            var sides = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return sides.length == 4
                    ? Optional.of(new MapBox(sides[0], sides[1], sides[2], sides[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException noBox) {
            return Optional.empty();
        }
    }

    /** Reads the columns west, south, east and north; empty where something lies nowhere on the earth. */
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

    /** The width in degrees of a cell that is so many pixels wide on the screen. */
    double cell(int zoom, int pixels) {
        return Math.max(degrees(zoom, pixels), (east - west) / MOST_CELLS);
    }

    static double degrees(int zoom, int pixels) {
        return pixels * 360 / (TILE * Math.pow(2, zoom));
    }

    /** How much lower than wide a degree is here. */
    double flattening() {
        return Math.max(0.1, Math.cos(Math.toRadians((south + north) / 2)));
    }
}
