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
 * The shapes of the demonstration's streets, communities and grids. Nobody publishes their borders, so they are invented: streets
 * (街道) divide a town among them, townships (乡镇) the country around it, and each is divided into its communities and grids.
 *
 * @param shapes the shapes by region code
 */
record DemoShapes(Map<String, Geometry> shapes) {

    /** The source that is printed wherever the shapes are drawn. */
    static final String SOURCE = "乡（街道）、村（社区）和网格的边界为演示用，随机划分，并非实测"
            + " / Borders of streets, communities and grids are made up for the demonstration, not surveyed";

    private static final long SEED = 20_431_271;
    /** The centre and the radii are in degrees. */
    private static final double CENTRE_LON = 110.0;

    private static final double CENTRE_LAT = 27.11;
    private static final double DISTRICT_RADIUS = 0.058;
    private static final double TOWN_RADIUS = 0.024;
    /** The length of a degree of longitude relative to a degree of latitude at the centre. */
    private static final double ASPECT_RATIO = 0.89;

    private static final int CORNERS = 120;

    /** The last three digits of a street's code tell its kind; codes from this one on are townships. */
    private static final String TOWNSHIPS = "100";

    DemoShapes {
        shapes = Map.copyOf(shapes);
    }

    /** Makes the shapes; they are the same every time for the same district and outline. */
    static DemoShapes of(Directory directory, Optional<Geometry> outline) {
        var random = new Random(SEED);
        var shapes = new HashMap<String, Geometry>();
        var district = outline.map(border -> AreaPartition.intersection(irregularCircle(DISTRICT_RADIUS), border))
                .orElseGet(() -> irregularCircle(DISTRICT_RADIUS));
        var town = AreaPartition.intersection(district, irregularCircle(TOWN_RADIUS));
        var streets = directory.streets().stream()
                .filter(street -> !directory.within(street.code()).isEmpty())
                .toList();
        partitionAmong(directory, streets.stream().filter(DemoShapes::inTown).toList(), town, random, shapes);
        partitionAmong(
                directory,
                streets.stream().filter(street -> !inTown(street)).toList(),
                AreaPartition.difference(district, town),
                random,
                shapes);
        return new DemoShapes(shapes);
    }

    private static boolean inTown(Region street) {
        return street.code()
                        .substring(street.code().length() - TOWNSHIPS.length())
                        .compareTo(TOWNSHIPS)
                < 0;
    }

    /** Divides an area among the communities of some streets. The pieces are sorted by bearing, so that the communities of a street are neighbours. */
    private static void partitionAmong(
            Directory directory, List<Region> streets, Geometry area, Random random, Map<String, Geometry> shapes) {
        var communities = streets.stream()
                .flatMap(street -> directory.within(street.code()).stream())
                .toList();
        if (communities.isEmpty()) {
            return;
        }
        var pieces = new ArrayList<>(AreaPartition.partition(area, communities.size(), random));
        pieces.sort(Comparator.comparingDouble(DemoShapes::bearing));
        for (int index = 0; index < pieces.size(); index++) {
            shapes.put(communities.get(index).code(), pieces.get(index));
            partitionBelow(directory, communities.get(index).code(), pieces.get(index), random, shapes);
        }
        streets.forEach(street -> shapes.put(
                street.code(),
                AreaPartition.union(directory.within(street.code()).stream()
                        .map(community -> shapes.getOrDefault(community.code(), area))
                        .toList())));
    }

    private static void partitionBelow(
            Directory directory, String region, Geometry area, Random random, Map<String, Geometry> shapes) {
        var parts = directory.within(region);
        if (!parts.isEmpty()) {
            var pieces = AreaPartition.partition(area, parts.size(), random);
            for (int index = 0; index < pieces.size(); index++) {
                shapes.put(parts.get(index).code(), pieces.get(index));
                partitionBelow(directory, parts.get(index).code(), pieces.get(index), random, shapes);
            }
        }
    }

    private static double bearing(Geometry piece) {
        var centroid = piece.getCentroid();
        return Math.atan2((centroid.getY() - CENTRE_LAT) / ASPECT_RATIO, centroid.getX() - CENTRE_LON);
    }

    /** Returns a circle with an irregular border; the radius is in degrees. */
    private static Geometry irregularCircle(double radius) {
        var corners = IntStream.rangeClosed(0, CORNERS)
                .mapToObj(corner -> {
                    double angle = 2 * Math.PI * (corner % CORNERS) / CORNERS;
                    double distance =
                            radius * (1 + 0.13 * Math.sin(3 * angle + 1) + 0.08 * Math.sin(5 * angle + radius * 90));
                    return new Coordinate(
                            CENTRE_LON + distance * Math.cos(angle),
                            CENTRE_LAT + distance * ASPECT_RATIO * Math.sin(angle));
                })
                .toArray(Coordinate[]::new);
        return new GeometryFactory().createPolygon(corners);
    }
}
