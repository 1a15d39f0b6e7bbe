package org.liudan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liudan.engine.method.Reason;
import org.locationtech.jts.geom.Geometry;

class ShapeReaderTest {

    private static final Set<String> REGIONS = Set.of("431271", "431271001");
    private static final String SQUARE = "[[[110.0,27.0],[110.1,27.0],[110.1,27.1],[110.0,27.1],[110.0,27.0]]]";

    @Test
    void a_valid_file_is_read_with_its_source() {
        var read = read(file(
                feature("\"code\":\"431271\"", polygon(SQUARE)),
                feature("\"adcode\":431271001", "{\"type\":\"MultiPolygon\",\"coordinates\":[" + SQUARE + "]}")));
        assertThat(read.faults()).isEmpty();
        assertThat(read.shapes()).containsOnlyKeys("431271", "431271001");
        assertThat(read.source()).isEqualTo("测绘院");
    }

    @Test
    void shifted_coordinates_are_converted() {
        var text = file(feature("\"code\":\"431271\"", polygon(SQUARE)));
        var corner = only(ShapeReader.read(text, true, REGIONS::contains)).getCoordinates()[0];
        var shifted = Gcj02.of(new Coordinates(corner.x, corner.y));
        assertThat(shifted.metresTo(new Coordinates(110, 27))).isLessThan(0.1);
    }

    @Test
    void a_written_geometry_is_parsed_again() {
        var holed = "[" + SQUARE.substring(1, SQUARE.length() - 1)
                + ",[[110.02,27.02],[110.04,27.02],[110.04,27.04],[110.02,27.02]]]";
        var geometry = only(read(file(feature("\"code\":\"431271\"", polygon(holed)))));
        assertThat(GeoJson.parseStored(GeoJson.write(geometry)).equalsExact(geometry))
                .isTrue();
        assertThat(ShapeIndex.of(Map.of("431271", geometry)).smallestContaining(new Coordinates(110.033, 27.025)))
                .as("in the hole")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shape.fault.open-ring|[[[110.0,27.0],[110.1,27.0],[110.1,27.1],[110.0,27.1]]]",
                "shape.fault.open-ring|[[[110.0,27.0],[110.1,27.0],[110.0,27.0]]]",
                "shape.fault.crosses|[[[110.0,27.0],[110.1,27.1],[110.1,27.0],[110.0,27.1],[110.0,27.0]]]",
                "shape.fault.not-in-china|[[[27.0,110.0],[27.1,110.0],[27.1,110.1],[27.0,110.0]]]",
                "shape.fault.not-in-china|[[[0.0,27.0],[0.1,27.0],[0.1,27.1],[0.0,27.0]]]",
                "shape.fault.no-number|[[[\"110\",27.0],[110.1,27.0],[110.1,27.1],[110.0,27.0]]]",
                "shape.fault.not-a-polygon|[]"
            })
    void an_invalid_shape_is_reported_with_its_fault(String fault, String rings) {
        var read = read(file(feature("\"code\":\"431271\",\"name\":\"洪江\"", polygon(rings))));
        assertThat(read.faults()).extracting(Reason::key).containsExactly(fault);
        assertThat(read.faults().get(0).args()).startsWith("1", "洪江");
    }

    @Test
    void all_faults_of_a_file_are_reported_at_once() {
        var read = read(file(
                feature("\"name\":\"无名\"", polygon(SQUARE)),
                feature("\"code\":\"999999\"", polygon(SQUARE)),
                feature("\"code\":\"431271\"", polygon(SQUARE)),
                feature("\"code\":\"431271\"", polygon(SQUARE)),
                feature("\"code\":\"431271001\"", "{\"type\":\"Point\",\"coordinates\":[110,27]}")));
        assertThat(read.faults())
                .extracting(Reason::key)
                .containsExactly(
                        "shape.fault.no-code",
                        "shape.fault.unknown-code",
                        "shape.fault.twice",
                        "shape.fault.not-a-polygon");
    }

    @Test
    void a_file_that_is_not_a_feature_collection_is_refused() {
        assertThat(keys("")).containsExactly("shape.fault.not-features");
        assertThat(keys("{\"type\":")).containsExactly("shape.fault.not-json");
        assertThat(keys("{\"type\":\"Feature\"}")).containsExactly("shape.fault.not-features");
        assertThat(keys("{\"type\":\"FeatureCollection\",\"features\":[]}")).containsExactly("shape.fault.empty");
        assertThat(keys("[".repeat(5000))).containsExactly("shape.fault.not-json");
    }

    private static List<String> keys(String text) {
        return read(text).faults().stream().map(Reason::key).toList();
    }

    private static Geometry only(ShapeReader.ParsedShapes read) {
        return read.shapes().values().iterator().next();
    }

    private static ShapeReader.ParsedShapes read(String text) {
        return ShapeReader.read(text, false, REGIONS::contains);
    }

    static String file(String... features) {
        return "{\"type\":\"FeatureCollection\",\"source\":\"测绘院\",\"features\":[" + String.join(",", features) + "]}";
    }

    static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }

    static String polygon(String rings) {
        return "{\"type\":\"Polygon\",\"coordinates\":" + rings + "}";
    }
}
