package org.liudan.webhooks;

import java.time.Duration;
import org.liudan.api.EventFacts;
import org.liudan.api.Shutdown;
import org.liudan.orders.stream.EventStream;
import org.liudan.programs.Programs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Delivers events to the webhooks, for each webhook in order. A webhook that fails does not block the others. */
@Component
class WebhookDeliveries {

    private static final int BATCH = 20;
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private final Webhooks webhooks;
    private final Programs programs;
    private final EventStream events;
    private final WebhookRequest sender;
    private final boolean enabled;
    private final Shutdown shutdown;

    /**
     * Creates the task.
     *
     * @param enabled false if this process must not deliver by schedule
     */
    WebhookDeliveries(
            Webhooks webhooks,
            Programs programs,
            EventStream events,
            WebhookRequest sender,
            Shutdown shutdown,
            @Value("${liudan.webhooks.enabled:true}") boolean enabled) {
        this.webhooks = webhooks;
        this.programs = programs;
        this.events = events;
        this.sender = sender;
        this.shutdown = shutdown;
        this.enabled = enabled;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void run() throws InterruptedException {
        if (enabled) {
            deliverAll();
        }
    }

    /** Delivers to every webhook that is due. */
    void deliverAll() throws InterruptedException {
        for (var next = webhooks.claim(); !shutdown.started() && next.isPresent(); next = webhooks.claim()) {
            deliver(next.get());
        }
    }

    private void deliver(Webhook webhook) throws InterruptedException {
        var program = programs.findValid(webhook.program());
        if (program.isEmpty()) {
            webhooks.recordFailure(webhook, "the program has no access any more");
            return;
        }
        var read = events.after(webhook.place(), program.get().viewer(), BATCH);
        var claimed = webhook;
        for (var event : read.happenings()) {
            var failure = sender.send(claimed, EventFacts.of(event));
            if (failure.isPresent()) {
                webhooks.recordFailure(claimed, failure.get());
                return;
            }
            // on shutdown, store the position so that another process can continue from it
            if (shutdown.started()) {
                webhooks.recordDelivery(claimed, event.place(), Duration.ZERO);
                return;
            }
            var renewed = webhooks.recordDelivery(claimed, event.place());
            if (renewed.isEmpty()) {
                return;
            }
            claimed = renewed.get();
        }
        // after a full batch there are probably more events, so it is due again at once
        webhooks.recordDelivery(claimed, read.next(), read.happenings().size() < BATCH ? POLL_INTERVAL : Duration.ZERO);
    }
}
