package org.liudan.figures;

import java.time.Duration;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts closed orders into the figures, in one process at a time. */
@Configuration(proxyBeanMethods = false)
class FigureJobs {

    /** Counting all orders of a large district takes minutes. */
    private static final LeaseKind COUNTING = new LeaseKind(
            "figures", Duration.ofMinutes(15), new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10)));

    @Bean
    RecurringJob figureJob(FigureCounter counter, Leases leases) {
        return RecurringJob.every(
                "figures", Duration.ofSeconds(10), () -> leases.work(COUNTING, "", lease -> counter.catchUp()));
    }
}
