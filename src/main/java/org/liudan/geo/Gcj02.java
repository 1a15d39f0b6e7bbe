package org.liudan.geo;

/**
 * Converts between WGS-84 and GCJ-02, the shifted coordinates of maps published in China, such as AMap and Tencent. The shift is
 * some hundred metres and differs from place to place. This class converts incoming coordinates; the map's script does the same
 * when it draws on such a map. The formula is the one that all converters use; it was never published officially.
 */
public final class Gcj02 {

    /** The semi-major axis of the Krasovsky 1940 ellipsoid in metres. */
    private static final double SEMI_MAJOR_AXIS = 6_378_245.0;

    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final int MAX_ITERATIONS = 10;
    /** In degrees. */
    private static final double TOLERANCE = 1e-10;

    private Gcj02() {}

    /** Converts WGS-84 to GCJ-02; a place outside China is returned unchanged. */
    public static Coordinates of(Coordinates wgs84) {
        if (!wgs84.inChina()) {
            return wgs84;
        }
        double x = wgs84.lon() - 105;
        double y = wgs84.lat() - 35;
        double sine = Math.sin(Math.toRadians(wgs84.lat()));
        double curvature = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double north = north(x, y)
                * 180
                / (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (curvature * Math.sqrt(curvature)) * Math.PI);
        double east = east(x, y)
                * 180
                / (SEMI_MAJOR_AXIS / Math.sqrt(curvature) * Math.cos(Math.toRadians(wgs84.lat())) * Math.PI);
        return new Coordinates(wgs84.lon() + east, wgs84.lat() + north);
    }

    /**
     * Converts GCJ-02 to WGS-84; a place outside China is returned unchanged. There is no inverse formula, so the result is
     * approximated step by step.
     */
    public static Coordinates toWgs84(Coordinates gcj02) {
        if (!gcj02.inChina()) {
            return gcj02;
        }
        var guess = gcj02;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            var shifted = of(guess);
            double east = gcj02.lon() - shifted.lon();
            double north = gcj02.lat() - shifted.lat();
            guess = new Coordinates(guess.lon() + east, guess.lat() + north);
            if (Math.abs(east) < TOLERANCE && Math.abs(north) < TOLERANCE) {
                break;
            }
        }
        return guess;
    }

    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + wave(x)
                + (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3
                + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y / 30 * Math.PI)) * 2 / 3;
    }

    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + wave(x)
                + (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3
                + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3;
    }

    private static double wave(double x) {
        return (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3;
    }
}
