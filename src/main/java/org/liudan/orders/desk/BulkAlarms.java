package org.liudan.orders.desk;

import java.util.ArrayList;
import java.util.List;
import org.liudan.engine.decision.Alarms;
import org.liudan.engine.order.Actor;
import org.liudan.orders.store.BulkOrderWriter;
import org.liudan.orders.store.StoredOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clocks of many orders and subjects at once: read together, each decided by itself, written together. */
record BulkAlarms(DecisionContexts contexts, BulkOrderWriter orders) {

    private static final Logger LOG = LoggerFactory.getLogger(BulkAlarms.class);

    /** Does what the clocks of some ask for by now. The caller keeps them locked, in the transaction in which this is written. */
    AlarmResult fireDue(List<Long> ids) {
        var all = new ArrayList<BulkOrderWriter.OrderUpdate>();
        var failed = new ArrayList<Long>();
        for (var row : orders.read(contexts.district(), ids)) {
            try {
                var moves = due(row.parse());
                if (!moves.decision().events().isEmpty()) {
                    all.add(moves);
                }
            } catch (RuntimeException broken) {
                LOG.error("Order {}: its clocks can't be served; the others go on", row.id(), broken);
                failed.add(row.id());
            }
        }
        orders.write(contexts.directory(), all);
        return new AlarmResult(
                all.stream().map(moves -> moves.before().order().id()).toList(), List.copyOf(failed));
    }

    private BulkOrderWriter.OrderUpdate due(StoredOrder stored) {
        var order = stored.order();
        var moved = Alarms.due(contexts.methodOf(order), order, contexts.setting(order, new Actor.Machine()));
        return new BulkOrderWriter.OrderUpdate(stored, contexts.methodOf(moved.order()), moved);
    }
}
