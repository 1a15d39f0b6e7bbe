package org.liudan.geo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the regions that contain a point, among shapes in memory. Immutable and safe for any number of threads. */
final class ShapeIndex {

    private record IndexedShape(String region, double area, IndexedPointInAreaLocator locator) {

        boolean contains(Coordinate point) {
            return locator.locate(point) != Location.EXTERIOR;
        }
    }

    private final STRtree tree = new STRtree();
    private final int size;

    private ShapeIndex(Map<String, Geometry> shapes) {
        size = shapes.size();
        shapes.forEach((region, geometry) -> tree.insert(
                geometry.getEnvelopeInternal(),
                new IndexedShape(region, geometry.getArea(), new IndexedPointInAreaLocator(geometry))));
        tree.build();
    }

    static ShapeIndex of(Map<String, Geometry> shapes) {
        return new ShapeIndex(shapes);
    }

    int size() {
        return size;
    }

    /** Returns the regions that contain the point, the smallest first: a micro-grid before its grid, before its community. */
    List<String> containing(Coordinates place) {
        return candidates(place)
                .sorted(Comparator.comparingDouble(IndexedShape::area))
                .map(IndexedShape::region)
                .toList();
    }

    /** Returns the smallest region that contains the point. */
    Optional<String> smallestContaining(Coordinates place) {
        return candidates(place)
                .min(Comparator.comparingDouble(IndexedShape::area))
                .map(IndexedShape::region);
    }

    @SuppressWarnings("unchecked")
    private Stream<IndexedShape> candidates(Coordinates place) {
        var point = new Coordinate(place.lon(), place.lat());
        List<IndexedShape> nearby = tree.query(new Envelope(point));
        return nearby.stream().filter(shape -> shape.contains(point));
    }
}
