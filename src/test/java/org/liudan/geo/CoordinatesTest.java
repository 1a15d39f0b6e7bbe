package org.liudan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {

    @Property
    void coordinates_are_written_and_parsed_within_a_tenth_of_a_metre(
            @ForAll @DoubleRange(min = -180, max = 180) double lon,
            @ForAll @DoubleRange(min = -90, max = 90) double lat) {
        var place = new Coordinates(lon, lat);
        var read = Coordinates.parse(place.toString());
        assertThat(read)
                .hasValueSatisfying(again -> assertThat(again.metresTo(place)).isLessThan(0.1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "110", "110,", ",27", "110,27,3", "abc,27", "999,27", "110,99", "NaN,27", "110,Infinity"})
    void text_that_is_not_a_place_is_not_parsed(String text) {
        assertThat(Coordinates.parse(text)).isEmpty();
    }

    @Test
    void a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() {
        assertThat(new Coordinates(110, 27).metresTo(new Coordinates(110, 28))).isBetween(111_100.0, 111_300.0);
    }
}
