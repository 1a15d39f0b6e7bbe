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
 * Runs batches. Each order has its own idempotency key, so that the order desk performs the action once. After a crash any
 * process can resume a batch: it skips the orders that have a result.
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

    /** Stores a batch that the job will run. Returns its id. */
    public long create(String method, String action, Map<String, Object> answers, Actor.Officer by, List<Long> orders) {
        return store.create(method, action, answers, by, orders);
    }

    /**
     * Stores a batch that moves orders or subjects of one method to another region.
     *
     * @return the batch's id
     */
    public long relocate(String method, String region, Actor.Officer by, List<Long> orders) {
        return store.create(method, Batch.RELOCATION, Batch.relocationAnswers(region), by, orders);
    }

    /** Continues every unfinished batch. */
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
                recordOutcome(batch, order, perform(batch, order));
            } catch (TransientDataAccessException | DataAccessResourceFailureException lost) {
                // the database failed, not the order: the order stays pending and is retried later
                throw lost;
            } catch (RuntimeException broken) {
                LOG.error("Batch {}: order {} can't be worked on; the others go on", batch.id(), order, broken);
                store.recordResult(batch.id(), order, "failed", List.of(Reason.of("reason.batch-failed")));
            }
        }
        store.finish(batch.id());
    }

    private Outcome perform(Batch batch, long order) {
        return switch (batch.action()) {
            case Batch.REVERSION -> desk.reversion(order, batch.by(), batch.requestId(order));
            case Batch.RELOCATION -> desk.relocate(order, batch.region(), batch.by(), batch.requestId(order));
            default -> desk.perform(order, batch.attempt(), batch.requestId(order));
        };
    }

    private void recordOutcome(Batch batch, long order, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            store.recordResult(batch.id(), order, "refused", refused.reasons());
        } else {
            store.recordResult(batch.id(), order, "done", List.of());
        }
    }
}
