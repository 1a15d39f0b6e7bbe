package org.liudan.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.Change.Tick;

/** Brings an order back to where it stood before it was merged, and says so: its deadlines went on all the while. */
final class Restoring {

    private Restoring() {}

    static List<Change> changes(Method method, Order order, Aside aside, Setting setting) {
        var changes = new ArrayList<Change>();
        changes.add(new Change.Restored(aside));
        aside.clocks().stream()
                .map(run -> run.redated(method.clock(run.clock()), setting.calendar()))
                .forEach(run -> changes.add(new Change.Ticked(Tick.RESTORED, run)));
        order.kin().news(Optional.empty(), order.late()).ifPresent(changes::add);
        order.kin().farewell().ifPresent(changes::add);
        return changes;
    }
}
