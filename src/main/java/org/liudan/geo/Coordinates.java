package org.liudan.geo;

import java.util.Locale;
import java.util.Optional;

/**
 * A place on the earth by WGS-84, in degrees; whatever is stored is of this kind. CGCS2000, in which China surveys, is the
 * same to within centimetres. Coordinates of maps that are shifted (GCJ-02) become these at the edge, by {@link Gcj02}.
 */
public record Coordinates(double lon, double lat) {

    private static final double EARTH = 6_371_008.8;

    public Coordinates {
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("No place on the earth is at " + lon + "," + lat);
        }
    }

    /** What a field of the type point holds: longitude and latitude with a comma between; empty if it is not that. */
    public static Optional<Coordinates> parse(String text) {
        var parts = text.split(",", 3);
        try {
            return parts.length == 2
                    ? Optional.of(new Coordinates(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException noPlace) {
            return Optional.empty();
        }
    }

    /** True within the rectangle around China and its seas. */
    public boolean inChina() {
        return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
    }

    /** How far it is to another place, as the crow flies. */
    public double metresTo(Coordinates other) {
        double north = Math.toRadians(other.lat - lat);
        double east = Math.toRadians(other.lon - lon);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH * Math.asin(Math.sqrt(half));
    }

    /** As a field of the type point holds it; six places are a tenth of a metre. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.6f,%.6f", lon, lat);
    }
}
