package org.liudan.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.liudan.database.DatabaseHealth;
import org.liudan.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the recurring jobs of a serving process, not of one that carries out a command, on threads of their own, unless {@code liudan.jobs.enabled} is false.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "liudan.jobs.enabled", matchIfMissing = true)
class JobThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobThreads.class);

    /** Runs that have begun may end before the process does. */
    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final List<RecurringJob> jobs;
    private final DatabaseHealth health;
    private final List<ScheduledExecutorService> running = new ArrayList<>();

    @Autowired
    JobThreads(ObjectProvider<RecurringJob> jobs, DatabaseHealth health) {
        this(jobs.orderedStream().toList(), health);
    }

    JobThreads(List<RecurringJob> jobs, DatabaseHealth health) {
        this.jobs = jobs;
        this.health = health;
    }

    @Override
    public void start() {
        jobs.forEach(this::start);
    }

    private void start(RecurringJob job) {
        var executor = Executors.newScheduledThreadPool(job.threads(), run -> {
            var thread = new Thread(run, "job-" + job.name());
            thread.setDaemon(true);
            return thread;
        });
        for (int thread = 0; thread < job.threads(); thread++) {
            Future<?> unused = executor.scheduleWithFixedDelay(
                    () -> run(job), job.first().toMillis(), job.pause().toMillis(), TimeUnit.MILLISECONDS);
        }
        running.add(executor);
    }

    private void run(RecurringJob job) {
        try {
            job.work().run();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            if (Outage.behind(failure).isEmpty()) {
                LOG.error("Job {} failed; it runs again at its next time", job.name(), failure);
            } else {
                LOG.debug("Job {} waits until the outage has passed: {}", job.name(), failure.getMessage());
                health.doubt();
            }
        }
    }

    /** Lets runs that have begun come to their end, all jobs at the same time. */
    @Override
    public void stop() {
        running.forEach(ScheduledExecutorService::shutdown);
        long end = System.nanoTime() + STOPPING.toNanos();
        try {
            for (var executor : running) {
                if (!executor.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    executor.shutdownNow();
                }
            }
        } catch (InterruptedException hurry) {
            running.forEach(ScheduledExecutorService::shutdownNow);
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
