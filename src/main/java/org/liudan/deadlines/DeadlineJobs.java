package org.liudan.deadlines;

import java.time.Duration;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for clocks that are due, and recalculates deadlines after the calendar has changed. */
@Configuration(proxyBeanMethods = false)
class DeadlineJobs {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Recalculating the deadlines of a large district takes minutes. */
    private static final LeaseKind CALENDAR =
            new LeaseKind("calendar", Duration.ofMinutes(15), new Backoff(PAUSE, Duration.ofMinutes(10)));

    @Bean
    RecurringJob clockJob(DueClocks clocks) {
        return RecurringJob.every("clocks", PAUSE, clocks::serve);
    }

    @Bean
    RecurringJob calendarJob(DeadlineRecalculation recalculation, Leases leases) {
        return RecurringJob.every("calendar", PAUSE, () -> leases.work(CALENDAR, "", lease -> recalculation.catchUp()));
    }
}
