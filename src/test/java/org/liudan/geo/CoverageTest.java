package org.liudan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoverageTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void a_square_shows_whether_its_points_must_be_tested() {
        var shapes = List.<Geometry>of(
                FACTORY.createPoint(new Coordinate(110, 27)).buffer(0.1),
                FACTORY.toGeometry(new Envelope(110.3, 110.4, 27, 27.1)));
        var coverage = Coverage.of(shapes);
        assertThat(coverage.inside()).containsValues(true, false);
        var random = new Random(7);
        for (int point = 0; point < 20_000; point++) {
            var place = new Coordinate(109.8 + random.nextDouble() * 0.7, 26.8 + random.nextDouble() * 0.5);
            boolean inside = shapes.stream().anyMatch(shape -> shape.intersects(FACTORY.createPoint(place)));
            var covered = coverage.inside().get(new Coverage.Square((long) Math.floor(place.x / coverage.side()), (long)
                    Math.floor(place.y / coverage.side())));
            if (covered == null || covered) {
                assertThat(inside).as("%s", place).isEqualTo(covered != null);
            }
        }
    }

    @Test
    void without_shapes_nothing_is_covered() {
        assertThat(Coverage.of(List.of()).inside()).isEmpty();
    }
}
