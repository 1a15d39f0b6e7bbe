package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liudan.engine.decision.Decision.Moved;
import org.liudan.engine.decision.Decision.Refused;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Order;

/**
 * Takes back what was entered or changed by mistake, as long as nobody has gone on from it. Nothing is deleted: what was
 * entered is closed as withdrawn where it stands, what was changed gets its former values back, each by an event.
 */
public record EntryReversal(Method method, Order order, DecisionContext setting) {

    public static final String ENTRY = "entry-taken-back";
    public static final String CHANGE = "change-taken-back";
    public static final String WITHDRAWN = "withdrawn";

    /** What an event may have done besides, which needs no taking back. */
    private static final Set<Class<? extends Change>> LASTING =
            Set.of(Change.Witnessed.class, Change.Told.class, Change.Admitted.class);

    /** True if the entry of the order was taken back: it stands where it was entered and never moves again. */
    public static boolean entryOf(Order order) {
        return order.did().containsKey(ENTRY);
    }

    /** Takes back that it was entered, which must be all that anybody has done to it. */
    public Decision entry(Actor by) {
        if (!order.open()
                || !order.kin().children().isEmpty()
                || !order.kin().joined().isEmpty()) {
            return refused();
        }
        var step = method.step(order.step());
        var changes = new ArrayList<Change>();
        var clocks = new ClockEffects(method, order, setting, step, Map.of());
        order.running().forEach(run -> clocks.stop(run.clock()));
        changes.add(new Change.Arrived(step.id(), step.ring(), java.util.Optional.of(WITHDRAWN)));
        changes.add(new Change.Took(setting.calendar()
                .workingTimeBetween(order.raisedAt(), setting.now())
                .toMinutes()));
        changes.addAll(clocks.changes());
        return happened(ENTRY, by, changes);
    }

    /**
     * Takes back what an event has filled in, which must be the last that anybody has done.
     *
     * @param before the order as it stood before the event
     */
    public Decision change(Actor by, Order before, Event event) {
        var back = new ArrayList<Change>();
        for (var change : event.changes()) {
            if (change instanceof Change.Filled filled) {
                back.add(former(before, filled));
            } else if (change instanceof Change.Joined joined) {
                back.add(new Change.Joined(joined.party(), before.parties().getOrDefault(joined.party(), "")));
            } else if (change instanceof Change.Held) {
                back.add(new Change.Held(before.holder().orElseThrow()));
            } else if (!LASTING.contains(change.getClass())) {
                return refused();
            }
        }
        return order.open() ? happened(CHANGE, by, back) : refused();
    }

    private static Change former(Order before, Change.Filled filled) {
        var former = new TreeMap<String, Object>();
        filled.fields()
                .keySet()
                .forEach(field -> former.put(field, before.fields().getOrDefault(field, "")));
        return new Change.Filled(former);
    }

    private Decision happened(String what, Actor by, List<Change> changes) {
        var event = new Event(order.events() + 1, what, by, setting.now(), Map.of(), List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }

    private static Decision refused() {
        return new Refused(List.of(Reason.of("reason.gone-on")));
    }
}
