package org.liudan.geo;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the regions that a point lies in, among shapes held in memory. Immutable, for any number of threads. */
final class ShapeIndex {

    private record Known(String region, double area, IndexedPointInAreaLocator locator) {

        boolean holds(Coordinate point) {
            return locator.locate(point) != Location.EXTERIOR;
        }
    }

    private final STRtree tree = new STRtree();
    private final int size;

    private ShapeIndex(Map<String, Geometry> shapes) {
        size = shapes.size();
        shapes.forEach((region, geometry) -> tree.insert(
                geometry.getEnvelopeInternal(),
                new Known(region, geometry.getArea(), new IndexedPointInAreaLocator(geometry))));
        tree.build();
    }

    static ShapeIndex of(Map<String, Geometry> shapes) {
        return new ShapeIndex(shapes);
    }

    int size() {
        return size;
    }

    /** The regions that hold the point, the smallest first: a small grid before its grid, before its community. */
    List<String> all(Coordinates place) {
        return found(place)
                .sorted(Comparator.comparingDouble(Known::area))
                .map(Known::region)
                .toList();
    }

    /** The smallest region that holds the point. */
    Optional<String> at(Coordinates place) {
        return found(place).min(Comparator.comparingDouble(Known::area)).map(Known::region);
    }

    @SuppressWarnings("unchecked")
    private java.util.stream.Stream<Known> found(Coordinates place) {
        var point = new Coordinate(place.lon(), place.lat());
        List<Known> near = tree.query(new Envelope(point));
        return near.stream().filter(known -> known.holds(point));
    }
}
