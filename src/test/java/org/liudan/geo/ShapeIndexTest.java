package org.liudan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class ShapeIndexTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void the_smallest_region_that_contains_a_point_comes_first() {
        var index = ShapeIndex.of(Map.of(
                "district", square(110, 27, 1),
                "community", square(110.2, 27.2, 0.2),
                "grid", square(110.2, 27.2, 0.1),
                "micro-grid", square(110.22, 27.22, 0.02)));
        assertThat(index.containing(new Coordinates(110.23, 27.23)))
                .containsExactly("micro-grid", "grid", "community", "district");
        assertThat(index.smallestContaining(new Coordinates(110.27, 27.27))).contains("grid");
        assertThat(index.smallestContaining(new Coordinates(110.9, 27.9))).contains("district");
        assertThat(index.smallestContaining(new Coordinates(111.5, 27.9))).isEmpty();
    }

    @Test
    void a_point_on_the_border_belongs_to_a_region() {
        var index = ShapeIndex.of(Map.of("west", square(110, 27, 0.1), "east", square(110.1, 27, 0.1)));
        assertThat(index.smallestContaining(new Coordinates(110.1, 27.05))).isPresent();
    }

    @Test
    void without_shapes_nothing_is_found() {
        assertThat(ShapeIndex.of(Map.of()).smallestContaining(new Coordinates(110, 27)))
                .isEmpty();
    }

    @Property
    void the_index_finds_the_same_regions_as_a_scan_of_all_shapes(
            @ForAll @DoubleRange(min = 109.9, max = 110.6) double lon,
            @ForAll @DoubleRange(min = 26.9, max = 27.6) double lat) {
        Map<String, Geometry> shapes = new HashMap<>();
        for (int number = 0; number < 100; number++) {
            shapes.put(
                    "r" + number,
                    square(110 + number % 10 * 0.05, 27 + Math.floorDiv(number, 10) * 0.05, 0.05 + number % 3 * 0.01));
        }
        Point point = FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(lon, lat));
        assertThat(ShapeIndex.of(shapes).containing(new Coordinates(lon, lat)))
                .containsExactlyInAnyOrderElementsOf(shapes.entrySet().stream()
                        .filter(shape -> shape.getValue().intersects(point))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static Geometry square(double west, double south, double side) {
        return FACTORY.toGeometry(new Envelope(west, west + side, south, south + side));
    }
}
