package org.liudan.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Takes back an entry or a change that was a mistake, as long as nobody has acted since. Nothing is deleted. An entry is
 * closed as withdrawn at its step, and changed fields get their former values, each by an event.
 */
public record EntryReversal(Method method, Order order, DecisionContext context) {

    public static final String ENTRY_TAKEN_BACK = "entry-taken-back";
    public static final String CHANGE_TAKEN_BACK = "change-taken-back";
    public static final String WITHDRAWN = "withdrawn";

    /** Changes that an event may also contain and that are not taken back. */
    private static final Set<Class<? extends Change>> IGNORED_CHANGES =
            Set.of(Change.Witnessed.class, Change.Told.class, Change.Admitted.class);

    /** True if the entry of this order was taken back. Such an order never changes again. */
    public static boolean isTakenBack(Order order) {
        return order.did().containsKey(ENTRY_TAKEN_BACK);
    }

    /** Takes back the entry, which must be the only action on the order so far. */
    public Decision entry(Actor by) {
        if (!order.open()
                || !order.kin().children().isEmpty()
                || !order.kin().joined().isEmpty()) {
            return refused();
        }
        var step = method.step(order.step());
        var changes = new ArrayList<Change>();
        var clocks = new ClockEffects(method, order, context, step, Map.of());
        order.running().forEach(run -> clocks.stop(run.clock()));
        changes.add(new Change.Arrived(step.id(), step.ring(), Optional.of(WITHDRAWN)));
        changes.add(new Change.Took(context.calendar()
                .workingTimeBetween(order.raisedAt(), context.now())
                .toMinutes()));
        changes.addAll(clocks.changes());
        return accepted(ENTRY_TAKEN_BACK, by, changes);
    }

    /**
     * Takes back the fields that an event set. It must be the last action on the order.
     *
     * @param before the order before the event
     */
    public Decision change(Actor by, Order before, Event event) {
        var changes = new ArrayList<Change>();
        for (var change : event.changes()) {
            if (change instanceof Change.Filled filled) {
                changes.add(formerFields(before, filled));
            } else if (change instanceof Change.Joined joined) {
                changes.add(new Change.Joined(joined.party(), before.parties().getOrDefault(joined.party(), "")));
            } else if (change instanceof Change.Held) {
                changes.add(new Change.Held(before.holder().orElseThrow()));
            } else if (!IGNORED_CHANGES.contains(change.getClass())) {
                return refused();
            }
        }
        return order.open() ? accepted(CHANGE_TAKEN_BACK, by, changes) : refused();
    }

    private static Change formerFields(Order before, Change.Filled filled) {
        var former = new TreeMap<String, Object>();
        filled.fields()
                .keySet()
                .forEach(field -> former.put(field, before.fields().getOrDefault(field, "")));
        return new Change.Filled(former);
    }

    private Decision accepted(String action, Actor by, List<Change> changes) {
        var event = new Event(order.events() + 1, action, by, context.now(), Map.of(), List.copyOf(changes));
        return new Moved(List.of(event), order.after(event));
    }

    private static Decision refused() {
        return new Refused(List.of(Reason.of("reason.gone-on")));
    }
}
