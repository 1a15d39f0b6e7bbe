package org.liudan.deadlines;

import org.liudan.orders.attachments.UnusedAttachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.verification.EventSeals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the clocks, and at letters left lying, every five seconds, and stamps what has happened every hour, unless {@code liudan.deadlines.enabled} is false. */
@Component
@ConditionalOnProperty(name = "liudan.deadlines.enabled", matchIfMissing = true)
class DeadlineSchedule {

    private final DeadlineRecalculation redating;
    private final DueClocks clocks;
    private final OrderDesk desk;
    private final UnusedAttachments unused;
    private final EventSeals stamps;

    DeadlineSchedule(
            DeadlineRecalculation redating,
            DueClocks clocks,
            OrderDesk desk,
            UnusedAttachments unused,
            EventSeals stamps) {
        this.desk = desk;
        this.unused = unused;
        this.stamps = stamps;
        this.redating = redating;
        this.clocks = clocks;
    }

    /** A changed calendar comes first, so that nothing is breached by the old one. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void look() {
        try {
            redating.catchUp();
        } finally {
            clocks.serve();
            desk.deliver();
        }
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void stamp() {
        stamps.stamp();
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void clear() {
        unused.clear();
    }
}
