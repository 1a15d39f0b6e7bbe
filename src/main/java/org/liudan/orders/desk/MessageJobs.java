package org.liudan.orders.desk;

import java.time.Duration;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Delivers messages that a process left undelivered, or that failed. */
@Configuration(proxyBeanMethods = false)
class MessageJobs {

    @Bean
    RecurringJob messageJob(OrderDesk desk) {
        return RecurringJob.every("messages", Duration.ofSeconds(5), desk::deliver);
    }
}
