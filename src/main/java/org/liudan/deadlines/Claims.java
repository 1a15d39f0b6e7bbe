package org.liudan.deadlines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.liudan.orders.desk.AlarmResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes orders in batches, one transaction a batch. A batch is processed as a whole, or order by order with a savepoint each, so
 * that a failing order does not affect the others.
 */
@Component
class Claims {

    /** The tables with clocks. Orders come first, because somebody waits for them. */
    static final List<String> TABLES = List.of("orders", "subject");

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final TransactionTemplate batch;
    private final TransactionTemplate savepoint;

    Claims(PlatformTransactionManager transactions) {
        this.batch = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * The result of one batch.
     *
     * @param claimed the ids of the locked orders, in order
     * @param moved the orders that were changed
     * @param failed the orders whose processing failed and was rolled back
     */
    record ClaimedBatch(List<Long> claimed, List<Long> moved, List<Long> failed) {}

    /**
     * Processes one batch order by order.
     *
     * @param claim locks some orders for this transaction and returns their ids
     * @param act processes one order and returns true when it was changed
     */
    ClaimedBatch work(Supplier<List<Long>> claim, LongPredicate act) {
        return batch.execute(status -> {
            var result = new ClaimedBatch(claim.get(), new ArrayList<>(), new ArrayList<>());
            result.claimed.forEach(order -> work(order, act, result));
            return result;
        });
    }

    /** Processes one batch as a whole, all or nothing. */
    ClaimedBatch workTogether(Supplier<List<Long>> claim, Function<List<Long>, AlarmResult> act) {
        return batch.execute(status -> {
            var claimed = claim.get();
            var alarms = claimed.isEmpty() ? new AlarmResult(List.of(), List.of()) : act.apply(claimed);
            return new ClaimedBatch(claimed, alarms.moved(), alarms.failed());
        });
    }

    private void work(long order, LongPredicate act, ClaimedBatch result) {
        try {
            if (Boolean.TRUE.equals(savepoint.execute(status -> act.test(order)))) {
                result.moved.add(order);
            }
        } catch (TransactionException | TransientDataAccessException | DataAccessResourceFailureException unavailable) {
            // the database failed, not this order
            throw unavailable;
        } catch (RuntimeException failure) {
            LOG.error("Order {}: processing its clocks failed; the other orders continue", order, failure);
            result.failed.add(order);
        }
    }
}
