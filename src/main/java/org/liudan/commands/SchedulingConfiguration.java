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

/** What happens by the clock happens in a process that serves, and not beside it in one that carries out a command. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnWebApplication
class SchedulingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulingConfiguration.class);

    /** An outage is told of by the pulse: what was to be done is done when it has passed. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer taskErrors(DatabaseHealth pulse) {
        return scheduler -> {
            // what has begun is waited for when the program stops, what is yet to begin is not
            scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            scheduler.setErrorHandler(fault -> failed(fault, pulse));
        };
    }

    private static void failed(Throwable fault, DatabaseHealth pulse) {
        if (Outage.behind(fault).isEmpty()) {
            LOG.error("A scheduled task failed; it is tried again at its next time", fault);
            return;
        }
        LOG.debug("A scheduled task waits until the outage has passed: {}", fault.getMessage());
        pulse.doubt();
    }
}
