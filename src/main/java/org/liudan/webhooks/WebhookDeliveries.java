package org.liudan.webhooks;

import org.liudan.api.EventFacts;
import org.liudan.api.Shutdown;
import org.liudan.jobs.Lease;
import org.liudan.jobs.Leases;
import org.liudan.orders.stream.EventStream;
import org.liudan.programs.Program;
import org.liudan.programs.Programs;
import org.springframework.stereotype.Component;

/** Delivers events to the webhooks, for each webhook in order. A webhook that fails does not block the others. */
@Component
class WebhookDeliveries {

    private static final int BATCH = 20;

    private final Webhooks webhooks;
    private final Programs programs;
    private final EventStream events;
    private final WebhookRequest sender;
    private final Shutdown shutdown;
    private final Leases leases;

    WebhookDeliveries(
            Webhooks webhooks,
            Programs programs,
            EventStream events,
            WebhookRequest sender,
            Shutdown shutdown,
            Leases leases) {
        this.webhooks = webhooks;
        this.programs = programs;
        this.events = events;
        this.sender = sender;
        this.shutdown = shutdown;
        this.leases = leases;
    }

    /** Delivers to every webhook that is due. */
    void deliverAll() throws InterruptedException {
        for (long id : webhooks.due()) {
            if (shutdown.started()) {
                return;
            }
            var lease = leases.claim(Webhooks.LEASE, String.valueOf(id));
            if (lease.isPresent()) {
                deliver(lease.get(), id);
            }
        }
    }

    private void deliver(Lease lease, long id) throws InterruptedException {
        var webhook = webhooks.findActive(id);
        if (webhook.isEmpty()) {
            leases.release(lease);
            return;
        }
        var program = programs.findValid(webhook.get().program());
        if (program.isEmpty()) {
            webhooks.recordFailure(lease, id, "the program has no access any more");
            return;
        }
        if (deliver(lease, webhook.get(), program.get())) {
            leases.release(lease);
        }
    }

    /** Returns false when an event could not be delivered, or another process has taken over. */
    private boolean deliver(Lease lease, Webhook webhook, Program program) throws InterruptedException {
        var place = webhook.place();
        boolean more = true;
        // after a full batch there are probably more events
        while (more && !shutdown.started()) {
            var read = events.after(place, program.viewer(), BATCH);
            for (var event : read.happenings()) {
                var failure = sender.send(webhook, EventFacts.of(event));
                if (failure.isPresent()) {
                    webhooks.recordFailure(lease, webhook.id(), failure.get());
                    return false;
                }
                // the position is stored after each event, so that another process can continue from it
                if (!webhooks.recordDelivery(lease, webhook.id(), event.place())) {
                    return false;
                }
                if (shutdown.started()) {
                    return true;
                }
            }
            more = read.happenings().size() == BATCH;
            place = read.next();
            if (!place.equals(webhook.place()) && !webhooks.recordDelivery(lease, webhook.id(), place)) {
                return false;
            }
        }
        return true;
    }
}
