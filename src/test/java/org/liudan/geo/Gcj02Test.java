package org.liudan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {

    private static final double A_TENTH_OF_A_METRE = 0.1;

    /** The pairs from the tests of eviltransform (github.com/googollee/eviltransform) and coordtransform (wandergis). */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069",
        "116.404, 39.915, 116.41024449916938, 39.91640428150164"
    })
    void published_pairs_are_converted_both_ways(double lon, double lat, double shiftedLon, double shiftedLat) {
        var place = new Coordinates(lon, lat);
        var shifted = new Coordinates(shiftedLon, shiftedLat);
        assertThat(Gcj02.of(place).metresTo(shifted)).isLessThan(A_TENTH_OF_A_METRE);
        assertThat(Gcj02.toWgs84(shifted).metresTo(place)).isLessThan(A_TENTH_OF_A_METRE);
    }

    @Property
    void converting_there_and_back_returns_the_same_place_anywhere_in_china(
            @ForAll @DoubleRange(min = 73.7, max = 135) double lon,
            @ForAll @DoubleRange(min = 4, max = 53.5) double lat) {
        var place = new Coordinates(lon, lat);
        assertThat(Gcj02.toWgs84(Gcj02.of(place)).metresTo(place)).isLessThan(A_TENTH_OF_A_METRE);
    }

    @Property
    void the_shift_is_never_more_than_two_thousand_metres(
            @ForAll @DoubleRange(min = 73.7, max = 135) double lon,
            @ForAll @DoubleRange(min = 4, max = 53.5) double lat) {
        var place = new Coordinates(lon, lat);
        assertThat(Gcj02.of(place).metresTo(place)).isLessThan(2000);
    }

    @Property
    void places_abroad_are_not_shifted(
            @ForAll @DoubleRange(min = -180, max = 72) double lon,
            @ForAll @DoubleRange(min = -90, max = 90) double lat) {
        var place = new Coordinates(lon, lat);
        assertThat(Gcj02.of(place)).isEqualTo(place);
        assertThat(Gcj02.toWgs84(place)).isEqualTo(place);
    }
}
