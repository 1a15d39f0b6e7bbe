package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Change.Tick;
import org.liudan.engine.order.MergeSnapshot;
import org.liudan.engine.order.Order;

/** Brings an order back to where it stood before it was merged, and says so: its deadlines went on all the while. */
final class MergeReversal {

    private MergeReversal() {}

    static List<Change> changes(Method method, Order order, MergeSnapshot aside, DecisionContext setting) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Restored(aside));
        aside.clocks().stream()
                .map(run -> run.redated(method.clock(run.clock()).alarms(), setting.calendar()))
                .forEach(run -> changes.add(new Change.Ticked(Tick.RESTORED, run)));
        order.kin().news(Optional.empty(), order.late()).ifPresent(changes::add);
        order.kin().farewell().ifPresent(changes::add);
        return changes;
    }
}
