package org.liudan.geo;

/**
 * The shift by which maps published in China, such as those of AMap and Tencent, differ from WGS-84: some hundred metres,
 * other at every place. Used where such coordinates come in; the map's script does the same where such a map is drawn on.
 * The formula is the one that all converters use; it was never published officially.
 */
public final class Gcj02 {

    private static final double AXIS = 6_378_245.0;
    private static final double FLATNESS = 0.006693421622965943;
    private static final int ROUNDS = 10;
    private static final double ENOUGH = 1e-10;

    private Gcj02() {}

    /** What the shifted maps say of a place. */
    public static Coordinates of(Coordinates wgs84) {
        if (!wgs84.inChina()) {
            return wgs84;
        }
        double x = wgs84.lon() - 105;
        double y = wgs84.lat() - 35;
        double sine = Math.sin(Math.toRadians(wgs84.lat()));
        double round = 1 - FLATNESS * sine * sine;
        double north = north(x, y) * 180 / (AXIS * (1 - FLATNESS) / (round * Math.sqrt(round)) * Math.PI);
        double east = east(x, y) * 180 / (AXIS / Math.sqrt(round) * Math.cos(Math.toRadians(wgs84.lat())) * Math.PI);
        return new Coordinates(wgs84.lon() + east, wgs84.lat() + north);
    }

    /** The place of which shifted maps say this. There is no formula for it, so it is come nearer to. */
    public static Coordinates toWgs84(Coordinates gcj02) {
        if (!gcj02.inChina()) {
            return gcj02;
        }
        var guess = gcj02;
        for (int round = 0; round < ROUNDS; round++) {
            var shifted = of(guess);
            double east = gcj02.lon() - shifted.lon();
            double north = gcj02.lat() - shifted.lat();
            guess = new Coordinates(guess.lon() + east, guess.lat() + north);
            if (Math.abs(east) < ENOUGH && Math.abs(north) < ENOUGH) {
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
