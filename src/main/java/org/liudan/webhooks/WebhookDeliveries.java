package org.liudan.webhooks;

import java.time.Duration;
import org.liudan.api.EventFacts;
import org.liudan.api.Shutdown;
import org.liudan.orders.stream.EventStream;
import org.liudan.programs.Programs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells every webhook what happened, its events one after the other; what one doesn't take holds up no other. */
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
     * Wires it.
     *
     * @param enabled whether this process does it by itself
     */
    WebhookDeliveries(
            Webhooks webhooks,
            Programs programs,
            EventStream happenings,
            WebhookRequest telling,
            Shutdown ending,
            @Value("${liudan.webhooks.enabled:true}") boolean enabled) {
        this.webhooks = webhooks;
        this.programs = programs;
        this.events = happenings;
        this.sender = telling;
        this.shutdown = ending;
        this.enabled = enabled;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void run() throws InterruptedException {
        if (enabled) {
            deliverAll();
        }
    }

    /** Looks at every webhook whose time has come, once. */
    void deliverAll() throws InterruptedException {
        for (var next = webhooks.claim(); !shutdown.started() && next.isPresent(); next = webhooks.claim()) {
            deliver(next.get());
        }
    }

    private void deliver(Webhook webhook) throws InterruptedException {
        var program = programs.valid(webhook.program());
        if (program.isEmpty()) {
            webhooks.failed(webhook, "the program has no access any more");
            return;
        }
        var read = events.after(webhook.place(), program.get().viewer(), BATCH);
        var held = webhook;
        for (var happening : read.happenings()) {
            var wrong = sender.send(held, EventFacts.of(happening));
            if (wrong.isPresent()) {
                webhooks.failed(held, wrong.get());
                return;
            }
            // a process that ends says how far it got, and another goes on from there
            if (shutdown.started()) {
                webhooks.delivered(held, happening.place(), Duration.ZERO);
                return;
            }
            var still = webhooks.delivered(held, happening.place());
            if (still.isEmpty()) {
                return;
            }
            held = still.get();
        }
        // a full batch means that there is more
        webhooks.delivered(held, read.next(), read.happenings().size() < BATCH ? POLL_INTERVAL : Duration.ZERO);
    }
}
