package org.liudan.imports;

import java.time.Duration;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs waiting imports, and imports that another process left unfinished. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

    @Bean
    RecurringJob importJob(Imports imports) {
        return RecurringJob.every("imports", Duration.ofSeconds(1), imports::work);
    }
}
