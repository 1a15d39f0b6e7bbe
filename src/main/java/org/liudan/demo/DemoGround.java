package org.liudan.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Region;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where the streets, communities and grids of the demonstration lie. Nobody publishes their borders, so they are made up:
 * streets (街道) share a town, townships (乡镇) the country around it, and each is cut into what lies in it.
 *
 * @param shapes by region
 */
record DemoGround(Map<String, Geometry> shapes) {

    /** What is said of the shapes wherever they are drawn. */
    static final String SOURCE = "乡（街道）、村（社区）和网格的边界为演示用，随机划分，并非实测"
            + " / Borders of streets, communities and grids are made up for the demonstration, not surveyed";

    private static final long SEED = 20_431_271;
    private static final double LON = 110.0;
    private static final double LAT = 27.11;
    private static final double COUNTRY = 0.058;
    private static final double TOWN = 0.024;
    /** How much lower than wide a degree is there. */
    private static final double FLATTENING = 0.89;

    private static final int CORNERS = 120;

    /** The last three figures of a street's code say what it is; from this on it is a township. */
    private static final String TOWNSHIPS = "100";

    DemoGround {
        shapes = Map.copyOf(shapes);
    }

    /** The same every time for the same district. */
    static DemoGround of(Directory directory, Optional<Geometry> outline) {
        var lots = new Random(SEED);
        var shapes = new HashMap<String, Geometry>();
        var whole = outline.map(around -> Cutting.common(blob(COUNTRY), around)).orElseGet(() -> blob(COUNTRY));
        var town = Cutting.common(whole, blob(TOWN));
        var streets = directory.streets().stream()
                .filter(street -> !directory.within(street.code()).isEmpty())
                .toList();
        share(directory, streets.stream().filter(DemoGround::inTown).toList(), town, lots, shapes);
        share(
                directory,
                streets.stream().filter(street -> !inTown(street)).toList(),
                Cutting.without(whole, town),
                lots,
                shapes);
        return new DemoGround(shapes);
    }

    private static boolean inTown(Region street) {
        return street.code()
                        .substring(street.code().length() - TOWNSHIPS.length())
                        .compareTo(TOWNSHIPS)
                < 0;
    }

    /** Goes round the area, so that the communities of a street lie together. */
    private static void share(
            Directory directory, List<Region> streets, Geometry area, Random lots, Map<String, Geometry> shapes) {
        var communities = streets.stream()
                .flatMap(street -> directory.within(street.code()).stream())
                .toList();
        if (communities.isEmpty()) {
            return;
        }
        var pieces = new ArrayList<>(Cutting.of(area, communities.size(), lots));
        pieces.sort(Comparator.comparingDouble(DemoGround::bearing));
        for (int number = 0; number < pieces.size(); number++) {
            shapes.put(communities.get(number).code(), pieces.get(number));
            cut(directory, communities.get(number).code(), pieces.get(number), lots, shapes);
        }
        streets.forEach(street -> shapes.put(
                street.code(),
                Cutting.together(directory.within(street.code()).stream()
                        .map(community -> shapes.getOrDefault(community.code(), area))
                        .toList())));
    }

    private static void cut(
            Directory directory, String region, Geometry area, Random lots, Map<String, Geometry> shapes) {
        var parts = directory.within(region);
        if (!parts.isEmpty()) {
            var pieces = Cutting.of(area, parts.size(), lots);
            for (int number = 0; number < pieces.size(); number++) {
                shapes.put(parts.get(number).code(), pieces.get(number));
                cut(directory, parts.get(number).code(), pieces.get(number), lots, shapes);
            }
        }
    }

    private static double bearing(Geometry piece) {
        var middle = piece.getCentroid();
        return Math.atan2((middle.getY() - LAT) / FLATTENING, middle.getX() - LON);
    }

    /** A round that isn't quite round. */
    private static Geometry blob(double radius) {
        var corners = IntStream.rangeClosed(0, CORNERS)
                .mapToObj(corner -> {
                    double angle = 2 * Math.PI * (corner % CORNERS) / CORNERS;
                    double far =
                            radius * (1 + 0.13 * Math.sin(3 * angle + 1) + 0.08 * Math.sin(5 * angle + radius * 90));
                    return new Coordinate(LON + far * Math.cos(angle), LAT + far * FLATTENING * Math.sin(angle));
                })
                .toArray(Coordinate[]::new);
        return new GeometryFactory().createPolygon(corners);
    }
}
