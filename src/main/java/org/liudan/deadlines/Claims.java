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

/** Works on orders a batch a transaction: all of it together, or each with a savepoint, so that one that fails leaves the others alone. */
@Component
class Claims {

    /** Where there are clocks: orders first, which somebody waits for. */
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
     * What came of one batch.
     *
     * @param claimed the orders it took, in order
     * @param moved those on which something was done
     * @param failed those whose work broke off and left no trace
     */
    record Result(List<Long> claimed, List<Long> moved, List<Long> failed) {}

    /**
     * Works on one batch.
     *
     * @param claim locks some orders for this transaction and answers their ids
     * @param act answers whether something was done
     */
    Result work(Supplier<List<Long>> claim, LongPredicate act) {
        return batch.execute(status -> {
            var result = new Result(claim.get(), new ArrayList<>(), new ArrayList<>());
            result.claimed.forEach(order -> work(order, act, result));
            return result;
        });
    }

    /** Works on one batch as one piece of work, all or nothing. */
    Result together(Supplier<List<Long>> claim, Function<List<Long>, AlarmResult> act) {
        return batch.execute(status -> {
            var claimed = claim.get();
            var rung = claimed.isEmpty() ? new AlarmResult(List.of(), List.of()) : act.apply(claimed);
            return new Result(claimed, rung.moved(), rung.failed());
        });
    }

    private void work(long order, LongPredicate act, Result result) {
        try {
            if (Boolean.TRUE.equals(savepoint.execute(status -> act.test(order)))) {
                result.moved.add(order);
            }
        } catch (TransactionException | TransientDataAccessException | DataAccessResourceFailureException lost) {
            // the database is at fault, not the order
            throw lost;
        } catch (RuntimeException broken) {
            LOG.error("Order {}: its clocks can't be served; the others go on", order, broken);
            result.failed.add(order);
        }
    }
}
