package org.liudan.batches;

import java.util.List;
import java.util.Map;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.jobs.Lease;
import org.liudan.jobs.Leases;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Works through batches. Each order is done by a request of its own, which the order desk does once: whoever takes up a
 * batch after a crash, or beside another process, finds what is done already and goes on.
 */
@Component
public class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    private final BatchStore store;
    private final OrderDesk desk;
    private final Leases leases;

    Batches(BatchStore store, OrderDesk desk, Leases leases) {
        this.leases = leases;
        this.store = store;
        this.desk = desk;
    }

    /** Keeps a batch to be worked through. Answers its id. */
    public long create(String method, String action, Map<String, Object> answers, Actor.Officer by, List<Long> orders) {
        return store.create(method, action, answers, by, orders);
    }

    /**
     * Keeps the moving of orders or subjects of one method to another region, to be worked through.
     *
     * @return its id
     */
    public long relocate(String method, String region, Actor.Officer by, List<Long> orders) {
        return store.create(method, Batch.RELOCATION, Batch.to(region), by, orders);
    }

    /** Goes on with every batch that isn't finished. */
    public void work() {
        store.unfinished()
                .forEach(batch ->
                        leases.work(BatchStore.LEASE, String.valueOf(batch.id()), lease -> work(batch, lease)));
    }

    private void work(Batch batch, Lease lease) {
        for (var order : store.pending(batch.id())) {
            if (!leases.renew(lease)) {
                return;
            }
            try {
                note(batch, order, one(batch, order));
            } catch (TransientDataAccessException | DataAccessResourceFailureException lost) {
                // the database is at fault, not the order: it stays to be done
                throw lost;
            } catch (RuntimeException broken) {
                LOG.error("Batch {}: order {} can't be worked on; the others go on", batch.id(), order, broken);
                store.note(batch.id(), order, "failed", List.of(Reason.of("reason.batch-failed")));
            }
        }
        store.finish(batch.id());
    }

    private Outcome one(Batch batch, long order) {
        return switch (batch.action()) {
            case Batch.REVERSION -> desk.reversion(order, batch.by(), batch.request(order));
            case Batch.RELOCATION -> desk.relocate(order, batch.region(), batch.by(), batch.request(order));
            default -> desk.perform(order, batch.attempt(), batch.request(order));
        };
    }

    private void note(Batch batch, long order, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            store.note(batch.id(), order, "refused", refused.reasons());
        } else {
            store.note(batch.id(), order, "done", List.of());
        }
    }
}
