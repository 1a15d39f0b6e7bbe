package org.liudan.orders.desk;

import java.util.ArrayList;
import java.util.List;
import org.liudan.engine.decision.Alarms;
import org.liudan.engine.order.Actor;
import org.liudan.orders.store.BulkOrderWriter;
import org.liudan.orders.store.StoredOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the due clocks of many orders and subjects: reads them together, decides on each, writes them together. */
record BulkAlarms(DecisionContexts contexts, BulkOrderWriter orders) {

    private static final Logger LOG = LoggerFactory.getLogger(BulkAlarms.class);

    /** Does what the clocks of some orders ask for by now, in the transaction of the caller, who has the orders locked. */
    AlarmResult fireDue(List<Long> ids) {
        var updates = new ArrayList<BulkOrderWriter.OrderUpdate>();
        var failed = new ArrayList<Long>();
        for (var row : orders.read(contexts.district(), ids)) {
            try {
                var update = due(row.parse());
                if (!update.decision().events().isEmpty()) {
                    updates.add(update);
                }
            } catch (RuntimeException failure) {
                LOG.error("Order {}: its clocks can't be served; the others go on", row.id(), failure);
                failed.add(row.id());
            }
        }
        orders.write(contexts.directory(), updates);
        return new AlarmResult(
                updates.stream().map(update -> update.before().order().id()).toList(), List.copyOf(failed));
    }

    private BulkOrderWriter.OrderUpdate due(StoredOrder stored) {
        var order = stored.order();
        var moved = Alarms.due(contexts.methodOf(order), order, contexts.setting(order, new Actor.Machine()));
        return new BulkOrderWriter.OrderUpdate(stored, contexts.methodOf(moved.order()), moved);
    }
}
