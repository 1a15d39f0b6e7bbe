package org.liudan.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1));

    @Test
    void the_wait_doubles_with_each_failure_in_a_row() {
        assertThat(BACKOFF.after(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(BACKOFF.after(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(BACKOFF.after(5)).isEqualTo(Duration.ofSeconds(80));
    }

    @Property
    void it_never_shrinks_and_never_exceeds_the_longest(@ForAll @IntRange(min = 1, max = 10_000) int failures) {
        assertThat(BACKOFF.after(failures)).isBetween(BACKOFF.first(), BACKOFF.longest());
        assertThat(BACKOFF.after(failures + 1)).isGreaterThanOrEqualTo(BACKOFF.after(failures));
    }

    @Test
    void a_backoff_that_waits_for_no_time_or_shrinks_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ofHours(2), Duration.ofHours(1)));
    }
}
