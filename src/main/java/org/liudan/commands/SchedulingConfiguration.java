package org.liudan.commands;

import org.liudan.database.DatabaseHealth;
import org.liudan.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Scheduled tasks run only in a process that serves pages, not in one that runs a command. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication
class SchedulingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulingConfiguration.class);

    /** Logs failed tasks. An outage is logged by the health check only; the tasks run again after it. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer taskErrors(DatabaseHealth health) {
        return scheduler -> {
            // on shutdown, running tasks finish and waiting ones are dropped
            scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            scheduler.setErrorHandler(fault -> failed(fault, health));
        };
    }

    private static void failed(Throwable fault, DatabaseHealth health) {
        if (Outage.behind(fault).isEmpty()) {
            LOG.error("A scheduled task failed; it is tried again at its next time", fault);
            return;
        }
        LOG.debug("A scheduled task waits until the outage has passed: {}", fault.getMessage());
        health.doubt();
    }
}
