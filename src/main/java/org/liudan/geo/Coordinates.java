package org.liudan.geo;

import java.util.Locale;
import java.util.Optional;

/**
 * A place on the earth in WGS-84, in degrees. All stored coordinates are WGS-84. CGCS2000, the datum of Chinese surveys, differs
 * from it by centimetres only. Shifted coordinates (GCJ-02) are converted on input by {@link Gcj02}.
 */
public record Coordinates(double lon, double lat) {

    /** The mean radius of the earth in metres. */
    private static final double EARTH_RADIUS = 6_371_008.8;

    public Coordinates {
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException("No place on the earth is at " + lon + "," + lat);
        }
    }

    /** Parses the value of a point field, {@code longitude,latitude}; empty if the text has another form or is out of range. */
    public static Optional<Coordinates> parse(String text) {
        var parts = text.split(",", 3);
        try {
            return parts.length == 2
                    ? Optional.of(new Coordinates(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    /** Returns true within the rectangle around China and its seas. */
    public boolean inChina() {
        return lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
    }

    /** Returns the great-circle distance to another place in metres (haversine formula). */
    public double metresTo(Coordinates other) {
        double north = Math.toRadians(other.lat - lat);
        double east = Math.toRadians(other.lon - lon);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
    }

    /** Returns the value of a point field; six decimal places are a tenth of a metre. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.6f,%.6f", lon, lat);
    }
}
