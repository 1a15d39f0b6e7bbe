package org.liudan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Region;
import org.liudan.testing.DistrictTest;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The invented borders are like those of a survey: without overlaps and gaps. */
@DistrictTest
class DemoShapesTest {

    /** In square degrees; some square metres are lost by rounding to centimetres. */
    private static final double TOLERANCE = 1e-9;

    private static final List<String> LOCAL = List.of("street", "community", "grid", "micro-grid");

    @Autowired
    Directories directories;

    private Directory directory;
    private DemoShapes demoShapes;

    @BeforeEach
    void make_the_shapes() {
        directory = directories.current();
        demoShapes = DemoShapes.of(directory, Optional.empty());
    }

    @Test
    void every_street_community_and_grid_has_a_valid_shape() {
        assertThat(demoShapes.shapes().keySet())
                .containsAll(directory.regions().values().stream()
                        .filter(region -> LOCAL.contains(region.level()) && !region.ended())
                        .map(Region::code)
                        .toList());
        assertThat(demoShapes.shapes().values()).allMatch(Geometry::isValid).noneMatch(Geometry::isEmpty);
    }

    @Test
    void the_parts_of_a_region_fill_it_and_do_not_overlap() {
        demoShapes.shapes().forEach((code, shape) -> {
            var parts = directory.within(code);
            if (!parts.isEmpty()) {
                assertThat(parts.stream()
                                .mapToDouble(part -> shape(part).getArea())
                                .sum())
                        .as(code)
                        .isCloseTo(shape.getArea(), within(TOLERANCE));
                parts.forEach(part -> assertThat(shape(part).difference(shape).getArea())
                        .as(part.code())
                        .isLessThan(TOLERANCE));
            }
        });
    }

    @Test
    void the_shapes_are_the_same_every_time_and_within_the_outline_of_the_district() {
        assertThat(DemoShapes.of(directory, Optional.empty())).isEqualTo(demoShapes);
        var half = new GeometryFactory().toGeometry(new org.locationtech.jts.geom.Envelope(109, 110.02, 26, 28));
        assertThat(DemoShapes.of(directory, Optional.of(half)).shapes().values())
                .allMatch(shape -> shape.difference(half).getArea() < TOLERANCE);
    }

    @Test
    void a_random_point_of_a_region_lies_in_it() {
        var places = new Places(directory, demoShapes);
        var random = new Random(1);
        demoShapes
                .shapes()
                .forEach((code, shape) -> assertThat(places.point(code, random))
                        .satisfies(point -> assertThat(org.liudan.geo.Coordinates.parse(point))
                                .hasValueSatisfying(parsed -> assertThat(shape.distance(new GeometryFactory()
                                                .createPoint(new org.locationtech.jts.geom.Coordinate(
                                                        parsed.lon(), parsed.lat()))))
                                        .isLessThan(1e-6))));
    }

    private Geometry shape(Region region) {
        return Objects.requireNonNull(demoShapes.shapes().get(region.code()));
    }
}
