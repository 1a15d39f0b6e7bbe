package org.liudan.orders.attachments;

import java.time.Duration;
import org.liudan.jobs.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes attachments of forms that were never submitted, every hour. */
@Configuration(proxyBeanMethods = false)
class AttachmentJobs {

    @Bean
    RecurringJob attachmentJob(UnusedAttachments unused) {
        return RecurringJob.every("attachments", Duration.ofHours(1), unused::clear)
                .startingAfter(Duration.ofMinutes(10));
    }
}
