package org.liudan.batches;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up batches that wait or were broken off, unless {@code liudan.deadlines.enabled} is false. */
@Component("batchSchedule")
@ConditionalOnProperty(name = "liudan.deadlines.enabled", matchIfMissing = true)
class BatchSchedule {

    private final Batches batches;

    BatchSchedule(Batches batches) {
        this.batches = batches;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    void look() {
        batches.work();
    }
}
