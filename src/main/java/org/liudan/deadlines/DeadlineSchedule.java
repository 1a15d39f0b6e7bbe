package org.liudan.deadlines;

import org.liudan.orders.attachments.UnusedAttachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.verification.EventSeals;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Schedules the background jobs of orders, unless {@code liudan.deadlines.enabled} is false: clocks and undelivered messages every
 * five seconds, seals over new events and unused attachments every hour.
 */
@Component
@ConditionalOnProperty(name = "liudan.deadlines.enabled", matchIfMissing = true)
class DeadlineSchedule {

    private final DeadlineRecalculation recalculation;
    private final DueClocks clocks;
    private final OrderDesk desk;
    private final UnusedAttachments unused;
    private final EventSeals seals;

    DeadlineSchedule(
            DeadlineRecalculation recalculation,
            DueClocks clocks,
            OrderDesk desk,
            UnusedAttachments unused,
            EventSeals seals) {
        this.desk = desk;
        this.unused = unused;
        this.seals = seals;
        this.recalculation = recalculation;
        this.clocks = clocks;
    }

    /** A changed calendar comes first, so that no clock is breached by the old calendar. */
    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void serveClocks() {
        try {
            recalculation.catchUp();
        } finally {
            clocks.serve();
            desk.deliver();
        }
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void seal() {
        seals.stamp();
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void deleteUnusedAttachments() {
        unused.clear();
    }
}
