package org.liudan.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class DurationHistogramTest {

    @Property
    void no_time_is_told_too_short_nor_more_than_a_thirtieth_too_long(@ForAll @IntRange(max = 10_000_000) int minutes) {
        long told = DurationHistogram.rounded(minutes);
        assertThat(told).isBetween((long) minutes, minutes + minutes / 30L);
        assertThat(DurationHistogram.rounded(told)).isEqualTo(told);
    }

    @Property
    void longer_times_are_counted_at_later_places(
            @ForAll @IntRange(max = 1_000_000) int one, @ForAll @IntRange(max = 1_000_000) int other) {
        assertThat(Integer.compare(DurationHistogram.bucket(one), DurationHistogram.bucket(other))
                        * Integer.compare(one, other))
                .isNotNegative();
    }

    @Property
    void what_a_share_needed_is_the_time_of_the_order_at_that_place_in_the_row_as_it_is_told(
            @ForAll @NotEmpty @Size(max = 50) List<@IntRange(max = 50_000) Integer> minutes) {
        var took = new DurationHistogram();
        minutes.forEach(one -> took.add(one, 1));
        var sorted = minutes.stream().sorted().toList();
        int half = (int) Math.ceil(minutes.size() / 2.0) - 1;
        int most = (int) Math.ceil(minutes.size() * 0.9) - 1;
        assertThat(took.quantile(0.5)).hasValue(DurationHistogram.rounded(sorted.get(half)));
        assertThat(took.quantile(0.9)).hasValue(DurationHistogram.rounded(sorted.get(most)));
    }

    @Property
    void what_is_taken_away_again_was_never_counted(
            @ForAll @Size(max = 20) List<@IntRange(max = 50_000) Integer> minutes,
            @ForAll @IntRange(max = 50_000) int gone) {
        var took = new DurationHistogram();
        minutes.forEach(one -> took.add(one, 1));
        var before = took.counts();
        took.add(gone, 1);
        took.add(gone, -1);
        assertThat(took.counts()).isEqualTo(before);
    }
}
