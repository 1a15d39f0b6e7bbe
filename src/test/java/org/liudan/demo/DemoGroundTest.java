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

/** The made-up borders are such as a survey would give: nothing overlaps and nothing is left out. */
@DistrictTest
class DemoGroundTest {

    /** In square degrees; some square metres, from rounding to centimetres. */
    private static final double NOTHING = 1e-9;

    private static final List<String> LOCAL = List.of("street", "community", "grid", "micro-grid");

    @Autowired
    Directories directories;

    private Directory directory;
    private DemoGround ground;

    @BeforeEach
    void the_district() {
        directory = directories.current();
        ground = DemoGround.of(directory, Optional.empty());
    }

    @Test
    void every_street_community_and_grid_has_a_sound_shape() {
        assertThat(ground.shapes().keySet())
                .containsAll(directory.regions().values().stream()
                        .filter(region -> LOCAL.contains(region.level()) && !region.ended())
                        .map(Region::code)
                        .toList());
        assertThat(ground.shapes().values()).allMatch(Geometry::isValid).noneMatch(Geometry::isEmpty);
    }

    @Test
    void what_lies_in_a_region_fills_it_and_does_not_overlap() {
        ground.shapes().forEach((code, shape) -> {
            var parts = directory.within(code);
            if (!parts.isEmpty()) {
                assertThat(parts.stream()
                                .mapToDouble(part -> shape(part).getArea())
                                .sum())
                        .as(code)
                        .isCloseTo(shape.getArea(), within(NOTHING));
                parts.forEach(part -> assertThat(shape(part).difference(shape).getArea())
                        .as(part.code())
                        .isLessThan(NOTHING));
            }
        });
    }

    @Test
    void it_is_the_same_every_time_and_keeps_within_the_outline_of_the_district() {
        assertThat(DemoGround.of(directory, Optional.empty())).isEqualTo(ground);
        var half = new GeometryFactory().toGeometry(new org.locationtech.jts.geom.Envelope(109, 110.02, 26, 28));
        assertThat(DemoGround.of(directory, Optional.of(half)).shapes().values())
                .allMatch(shape -> shape.difference(half).getArea() < NOTHING);
    }

    @Test
    void what_is_put_somewhere_in_a_region_lies_in_it() {
        var places = new Places(directory, ground);
        var lots = new Random(1);
        ground.shapes()
                .forEach((code, shape) -> assertThat(places.point(code, lots))
                        .satisfies(point -> assertThat(org.liudan.geo.Coordinates.parse(point))
                                .hasValueSatisfying(there -> assertThat(shape.distance(new GeometryFactory()
                                                .createPoint(new org.locationtech.jts.geom.Coordinate(
                                                        there.lon(), there.lat()))))
                                        .isLessThan(1e-6))));
    }

    private Geometry shape(Region region) {
        return Objects.requireNonNull(ground.shapes().get(region.code()));
    }
}
