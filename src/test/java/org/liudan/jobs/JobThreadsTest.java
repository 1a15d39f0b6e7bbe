package org.liudan.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liudan.database.DatabaseHealth;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;

@DistrictTest
class JobThreadsTest {

    private static final Duration SOON = Duration.ofMillis(1);

    @Autowired
    DatabaseHealth health;

    @Test
    void a_job_that_is_stuck_keeps_no_other_waiting() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var runs = new CountDownLatch(3);
        var threads = new JobThreads(
                List.of(
                        RecurringJob.every("stuck", SOON, stuck::await),
                        RecurringJob.every("quick", SOON, runs::countDown)),
                health);
        threads.start();
        try {
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            stuck.countDown();
            threads.stop();
        }
    }

    @Test
    void a_job_that_fails_runs_again() throws InterruptedException {
        var runs = new CountDownLatch(3);
        var threads = new JobThreads(
                List.of(RecurringJob.every("failing", SOON, () -> {
                    runs.countDown();
                    throw new IllegalStateException("This test fails on purpose");
                })),
                health);
        threads.start();
        try {
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.stop();
        }
    }

    @Test
    void a_job_with_several_threads_goes_on_beside_a_run_that_is_stuck() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var first = new java.util.concurrent.atomic.AtomicBoolean(true);
        var others = new CountDownLatch(3);
        var threads = new JobThreads(
                List.of(RecurringJob.every("wide", SOON, () -> {
                            if (first.getAndSet(false)) {
                                stuck.await();
                            }
                            others.countDown();
                        })
                        .on(2)),
                health);
        threads.start();
        try {
            assertThat(others.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            stuck.countDown();
            threads.stop();
        }
    }
}
