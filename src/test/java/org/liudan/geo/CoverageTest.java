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
    void a_square_says_of_every_point_in_it_whether_it_has_to_be_looked_at() {
        var shapes = List.<Geometry>of(
                FACTORY.createPoint(new Coordinate(110, 27)).buffer(0.1),
                FACTORY.toGeometry(new Envelope(110.3, 110.4, 27, 27.1)));
        var coverage = Coverage.of(shapes);
        assertThat(coverage.inside()).containsValues(true, false);
        var lots = new Random(7);
        for (int point = 0; point < 20_000; point++) {
            var there = new Coordinate(109.8 + lots.nextDouble() * 0.7, 26.8 + lots.nextDouble() * 0.5);
            boolean inside = shapes.stream().anyMatch(shape -> shape.intersects(FACTORY.createPoint(there)));
            var said = coverage.inside().get(new Coverage.Square((long) Math.floor(there.x / coverage.side()), (long)
                    Math.floor(there.y / coverage.side())));
            if (said == null || said) {
                assertThat(inside).as("%s", there).isEqualTo(said != null);
            }
        }
    }

    @Test
    void where_there_is_no_shape_nothing_is_covered() {
        assertThat(Coverage.of(List.of()).inside()).isEmpty();
    }
}
