package org.liudan.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DistrictTest
class LeasesTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** Each test has a kind of its own. */
    private final LeaseKind kind = new LeaseKind("test-" + UUID.randomUUID(), LEASE, BACKOFF);

    @Autowired
    Leases leases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void begin() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void only_one_works_on_something_at_a_time() {
        var first = claim("a");
        assertThat(first).isPresent();
        assertThat(claim("a")).isEmpty();
        assertThat(claim("b")).isPresent();

        leases.release(first.get());
        assertThat(claim("a")).isPresent();
    }

    @Test
    void others_take_over_when_a_lease_has_ended_and_the_first_one_is_told() {
        var first = claim("a").orElseThrow();
        clock.pass(LEASE.plusSeconds(1));
        var second = claim("a").orElseThrow();

        assertThat(leases.renew(first)).isFalse();
        assertThat(leases.renew(second)).isTrue();
        leases.release(first);
        leases.fail(first, "too late");
        assertThat(claim("a")).isEmpty();
    }

    @Test
    void a_lease_that_is_renewed_goes_on() {
        var lease = claim("a").orElseThrow();
        clock.pass(LEASE.minusSeconds(1));
        assertThat(leases.renew(lease)).isTrue();
        clock.pass(LEASE.minusSeconds(1));
        assertThat(claim("a")).isEmpty();
    }

    @Test
    void what_failed_waits_longer_each_time_and_starts_anew_once_it_is_done() {
        leases.fail(claim("a").orElseThrow(), "no answer");
        assertThat(claim("a")).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        leases.fail(claim("a").orElseThrow(), "no answer");
        clock.pass(Duration.ofSeconds(5));
        assertThat(claim("a")).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        var third = claim("a").orElseThrow();
        assertThat(third.failures()).isEqualTo(2);

        leases.release(third);
        assertThat(claim("a").orElseThrow().failures()).isZero();
    }

    @Test
    void what_waits_is_tried_at_once_when_somebody_asks_for_it() {
        leases.fail(claim("a").orElseThrow(), "no answer");
        leases.forget(kind, "a");
        assertThat(claim("a")).isPresent();
    }

    @Test
    void work_without_a_lease_waits_after_failures_too() {
        leases.defer(kind, "done", "no answer");
        assertThat(free()).doesNotContain("done");
        clock.pass(Duration.ofSeconds(5));
        assertThat(free()).contains("done");
        leases.defer(kind, "done", "no answer");
        clock.pass(Duration.ofSeconds(9));
        assertThat(free()).doesNotContain("done");
        clock.pass(Duration.ofSeconds(1));
        assertThat(free()).contains("done");
    }

    @Test
    void work_that_has_failed_for_months_still_waits_no_longer_than_the_longest() {
        leases.defer(kind, "done", "no answer");
        jdbc.sql("update job_lease set failures = 5000 where kind = :kind")
                .param("kind", kind.name())
                .update();
        leases.defer(kind, "done", "no answer");
        clock.pass(BACKOFF.longest());
        var lease = claim("done").orElseThrow();
        assertThat(leases.fail(lease, "no answer")).isEqualTo(5002);
        clock.pass(BACKOFF.longest());
        assertThat(claim("done")).isPresent();
    }

    @Test
    void a_clock_that_is_put_back_stops_nothing() {
        assertThat(claim("leased")).isPresent();
        leases.fail(claim("waiting").orElseThrow(), "no answer");
        clock.set("2026-11-15T09:00");
        assertThat(claim("leased")).isPresent();
        assertThat(claim("waiting")).isPresent();
    }

    @Test
    void who_looks_for_work_finds_what_nobody_works_on() {
        assertThat(claim("leased")).isPresent();
        leases.fail(claim("waiting").orElseThrow(), "no answer");
        leases.release(claim("done").orElseThrow());
        assertThat(free()).containsExactly("done", "new");
        clock.pass(LEASE.plusSeconds(1));
        assertThat(free()).containsExactly("done", "leased", "new", "waiting");
    }

    private Optional<Lease> claim(String key) {
        return leases.claim(kind, key);
    }

    private List<String> free() {
        var statement = jdbc.sql("""
                select w.key
                from (values ('done'), ('leased'), ('new'), ('waiting')) as w (key)
                where\s""" + Leases.free("w.key") + " order by 1");
        return leases.params(statement, kind).query(String.class).list();
    }
}
