package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Change.ClockTransition;
import org.liudan.engine.order.MergeSnapshot;
import org.liudan.engine.order.Order;

/** Restores the state of an order before it was merged. The time since the merge counts for its deadlines. */
final class MergeReversal {

    private MergeReversal() {}

    static List<Change> changes(Method method, Order order, MergeSnapshot snapshot, DecisionContext context) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Restored(snapshot));
        snapshot.clocks().stream()
                .map(run -> run.redated(method.clock(run.clock()).alarms(), context.calendar()))
                .forEach(run -> changes.add(new Change.Ticked(ClockTransition.RESTORED, run)));
        order.kin().reportToParent(Optional.empty(), order.late()).ifPresent(changes::add);
        order.kin().leaveMessage().ifPresent(changes::add);
        return changes;
    }
}
