package org.liudan.orders.verification;

import java.time.Duration;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals new events every hour. */
@Configuration(proxyBeanMethods = false)
class SealJobs {

    @Bean
    RecurringJob sealJob(EventSeals seals) {
        return RecurringJob.every("seals", Duration.ofHours(1), seals::sealNewEvents)
                .startingAfter(Duration.ofMinutes(1));
    }
}
