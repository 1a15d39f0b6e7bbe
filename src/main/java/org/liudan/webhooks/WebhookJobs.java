package org.liudan.webhooks;

import java.time.Duration;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Several threads deliver to webhooks, so that a slow receiver does not delay the others. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {

    private static final int THREADS = 4;

    @Bean
    RecurringJob webhookJob(WebhookDeliveries deliveries) {
        return RecurringJob.every("webhooks", Duration.ofSeconds(2), deliveries::deliverAll)
                .on(THREADS);
    }
}
