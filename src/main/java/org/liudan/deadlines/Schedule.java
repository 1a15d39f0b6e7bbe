package org.liudan.deadlines;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the clocks every five seconds, unless {@code liudan.deadlines.enabled} is false. */
@Component
@ConditionalOnProperty(name = "liudan.deadlines.enabled", matchIfMissing = true)
class Schedule {

    private final DueClocks clocks;

    Schedule(DueClocks clocks) {
        this.clocks = clocks;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        clocks.serve();
    }
}
