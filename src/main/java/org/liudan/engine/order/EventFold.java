package org.liudan.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Applies one event to the state of an order. */
final class EventFold {

    private final Order before;
    private String step;
    private String ring;
    private Optional<Seat> holder;
    private Optional<String> closed;
    private final SortedMap<String, Object> fields;
    private final SortedMap<String, String> parties;
    private final SortedMap<String, Integer> counts;
    private final SortedMap<String, Integer> actionCounts;
    private final SortedSet<String> marks;
    private final SortedSet<String> rings;
    private final List<ClockRun> clocks;
    private Optional<Long> workingMinutes;
    private int version;
    private OrderLinks links;
    private final List<PerformedAction> performedActions;
    private final List<Seat> readers;
    private final SortedSet<String> formerUnits;

    EventFold(Order before) {
        this.before = before;
        step = before.step();
        ring = before.ring();
        holder = before.holder();
        closed = before.closed();
        fields = Order.copy(before.fields());
        parties = Order.copy(before.parties());
        counts = Order.copy(before.counts());
        actionCounts = Order.copy(before.did());
        marks = new TreeSet<>(before.marks());
        rings = new TreeSet<>(before.rings());
        clocks = new ArrayList<>(before.clocks());
        workingMinutes = before.took();
        version = before.version();
        links = before.kin();
        performedActions = new ArrayList<>(before.deeds());
        readers = new ArrayList<>(before.readers());
        formerUnits = new TreeSet<>(before.left());
    }

    Order after(Event event) {
        if (event.number() != before.events() + 1) {
            throw new IllegalArgumentException("Order " + before.id() + " has " + before.events() + " events, so event "
                    + event.number() + " can't follow");
        }
        if (event.at().isBefore(before.changedAt())) {
            throw new IllegalArgumentException("Order " + before.id() + " was changed at " + before.changedAt()
                    + ", so event " + event.number() + " can't be of " + event.at());
        }
        actionCounts.merge(event.action(), 1, Integer::sum);
        event.changes().forEach(this::apply);
        formerUnits.removeAll(parties.values());
        return new Order(
                before.id(),
                before.method(),
                version,
                event.number(),
                before.events() == 0 ? event.at() : before.raisedAt(),
                event.at(),
                step,
                ring,
                holder,
                closed,
                fields,
                parties,
                counts,
                actionCounts,
                marks,
                rings,
                List.copyOf(clocks),
                workingMinutes,
                links,
                List.copyOf(performedActions),
                List.copyOf(readers),
                formerUnits);
    }

    private void apply(Change change) {
        if (change instanceof Change.Arrived arrived) {
            step = arrived.step();
            ring = arrived.ring();
            closed = arrived.closed();
            rings.add(arrived.ring());
            if (arrived.closed().isPresent()) {
                holder = Optional.empty();
            } else {
                workingMinutes = Optional.empty();
                links = links.withoutSnapshot();
            }
        } else if (change instanceof Change.Held held) {
            holder = Optional.of(held.seat());
        } else if (change instanceof Change.Joined joined) {
            changeParty(joined);
        } else if (change instanceof Change.Filled filled) {
            filled.fields().forEach(this::setField);
        } else if (change instanceof Change.Counted counted) {
            counts.merge(counted.counter(), 1, Integer::sum);
        } else if (change instanceof Change.Added added) {
            counts.merge(added.counter(), added.by(), Integer::sum);
        } else if (change instanceof Change.Marked marked) {
            marks.add(marked.mark());
        } else if (change instanceof Change.Lit lit) {
            rings.add(lit.ring());
        } else if (change instanceof Change.Took duration) {
            workingMinutes = Optional.of(duration.minutes());
        } else if (change instanceof Change.Ticked ticked) {
            putClock(ticked.clock());
        } else if (change instanceof Change.Witnessed witnessed) {
            addOnce(performedActions, witnessed.deed());
        } else if (change instanceof Change.Admitted admitted) {
            addOnce(readers, admitted.seat());
        } else if (change instanceof Change.Reversioned reversioned) {
            version = reversioned.version();
        } else {
            applyLink(change);
        }
    }

    private void applyLink(Change change) {
        if (change instanceof Change.Descended descended) {
            links = links.withParent(descended.parent());
        } else if (change instanceof Change.Concerned concerned) {
            links = links.withSubject(concerned.subject());
        } else if (change instanceof Change.Opened opened) {
            links = links.withChild(opened.child());
        } else if (change instanceof Change.Heard heard) {
            links = links.withChangedChild(
                    heard.child(),
                    child -> new Child(
                            child.id(), child.as(), child.method(), child.unit(), heard.closed(), heard.late()));
        } else if (change instanceof Change.Gathered gathered) {
            links = links.withMerged(gathered.joined());
        } else if (change instanceof Change.Released released) {
            links = links.withoutMerged(released.joined());
        } else if (change instanceof Change.Merged merged) {
            links = links.mergedInto(merged.main(), merged.aside());
        } else if (change instanceof Change.Restored restored) {
            restore(restored.aside());
        }
    }

    private void restore(MergeSnapshot snapshot) {
        step = snapshot.step();
        ring = snapshot.ring();
        holder = Optional.of(snapshot.holder());
        closed = Optional.empty();
        workingMinutes = Optional.empty();
        rings.clear();
        rings.addAll(snapshot.rings());
        links = links.restored(snapshot);
    }

    private static <T> void addOnce(List<T> elements, T element) {
        if (!elements.contains(element)) {
            elements.add(element);
        }
    }

    private void changeParty(Change.Joined joined) {
        var before =
                joined.unit().isEmpty() ? parties.remove(joined.party()) : parties.put(joined.party(), joined.unit());
        if (before != null) {
            formerUnits.add(before);
        }
    }

    private void setField(String field, Object value) {
        if (value.equals("") || value.equals(List.of())) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
    }

    private void putClock(ClockRun run) {
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).clock().equals(run.clock()) && clocks.get(i).run() == run.run()) {
                clocks.set(i, run);
                return;
            }
        }
        clocks.add(run);
    }
}
