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
    void a_duration_is_never_rounded_down_and_rounded_up_by_a_thirtieth_at_most(
            @ForAll @IntRange(max = 10_000_000) int minutes) {
        long rounded = DurationHistogram.rounded(minutes);
        assertThat(rounded).isBetween((long) minutes, minutes + minutes / 30L);
        assertThat(DurationHistogram.rounded(rounded)).isEqualTo(rounded);
    }

    @Property
    void longer_durations_are_counted_in_later_buckets(
            @ForAll @IntRange(max = 1_000_000) int first, @ForAll @IntRange(max = 1_000_000) int second) {
        assertThat(Integer.compare(DurationHistogram.bucket(first), DurationHistogram.bucket(second))
                        * Integer.compare(first, second))
                .isNotNegative();
    }

    @Property
    void a_quantile_is_the_rounded_duration_of_the_order_at_that_rank(
            @ForAll @NotEmpty @Size(max = 50) List<@IntRange(max = 50_000) Integer> minutes) {
        var histogram = new DurationHistogram();
        minutes.forEach(each -> histogram.add(each, 1));
        var sorted = minutes.stream().sorted().toList();
        int half = (int) Math.ceil(minutes.size() / 2.0) - 1;
        int ninth = (int) Math.ceil(minutes.size() * 0.9) - 1;
        assertThat(histogram.quantile(0.5)).hasValue(DurationHistogram.rounded(sorted.get(half)));
        assertThat(histogram.quantile(0.9)).hasValue(DurationHistogram.rounded(sorted.get(ninth)));
    }

    @Property
    void a_removed_duration_leaves_no_trace(
            @ForAll @Size(max = 20) List<@IntRange(max = 50_000) Integer> minutes,
            @ForAll @IntRange(max = 50_000) int removed) {
        var histogram = new DurationHistogram();
        minutes.forEach(each -> histogram.add(each, 1));
        var before = histogram.counts();
        histogram.add(removed, 1);
        histogram.add(removed, -1);
        assertThat(histogram.counts()).isEqualTo(before);
    }
}
