package org.liudan.batches;

import java.time.Duration;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs waiting batches, and batches that another process left unfinished. */
@Configuration(proxyBeanMethods = false)
class BatchJobs {

    @Bean
    RecurringJob batchJob(Batches batches) {
        return RecurringJob.every("batches", Duration.ofSeconds(1), batches::work);
    }
}
