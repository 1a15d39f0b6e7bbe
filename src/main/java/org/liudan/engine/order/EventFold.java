package org.liudan.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Adds one event to an order. */
final class EventFold {

    private final Order before;
    private String step;
    private String ring;
    private Optional<Seat> holder;
    private Optional<String> closed;
    private final SortedMap<String, Object> fields;
    private final SortedMap<String, String> parties;
    private final SortedMap<String, Integer> counts;
    private final SortedMap<String, Integer> did;
    private final SortedSet<String> marks;
    private final SortedSet<String> rings;
    private final List<ClockRun> clocks;
    private Optional<Long> took;
    private int version;
    private OrderLinks kin;
    private final List<PerformedAction> deeds;
    private final List<Seat> readers;
    private final SortedSet<String> left;

    EventFold(Order before) {
        this.before = before;
        step = before.step();
        ring = before.ring();
        holder = before.holder();
        closed = before.closed();
        fields = Order.copy(before.fields());
        parties = Order.copy(before.parties());
        counts = Order.copy(before.counts());
        did = Order.copy(before.did());
        marks = new TreeSet<>(before.marks());
        rings = new TreeSet<>(before.rings());
        clocks = new ArrayList<>(before.clocks());
        took = before.took();
        version = before.version();
        kin = before.kin();
        deeds = new ArrayList<>(before.deeds());
        readers = new ArrayList<>(before.readers());
        left = new TreeSet<>(before.left());
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
        did.merge(event.action(), 1, Integer::sum);
        event.changes().forEach(this::add);
        left.removeAll(parties.values());
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
                did,
                marks,
                rings,
                List.copyOf(clocks),
                took,
                kin,
                List.copyOf(deeds),
                List.copyOf(readers),
                left);
    }

    private void add(Change change) {
        if (change instanceof Change.Arrived arrived) {
            step = arrived.step();
            ring = arrived.ring();
            closed = arrived.closed();
            rings.add(arrived.ring());
            if (arrived.closed().isPresent()) {
                holder = Optional.empty();
            } else {
                took = Optional.empty();
                kin = kin.alone();
            }
        } else if (change instanceof Change.Held held) {
            holder = Optional.of(held.seat());
        } else if (change instanceof Change.Joined joined) {
            join(joined);
        } else if (change instanceof Change.Filled filled) {
            filled.fields().forEach(this::fill);
        } else if (change instanceof Change.Counted counted) {
            counts.merge(counted.counter(), 1, Integer::sum);
        } else if (change instanceof Change.Added added) {
            counts.merge(added.counter(), added.by(), Integer::sum);
        } else if (change instanceof Change.Marked marked) {
            marks.add(marked.mark());
        } else if (change instanceof Change.Lit lit) {
            rings.add(lit.ring());
        } else if (change instanceof Change.Took passed) {
            took = Optional.of(passed.minutes());
        } else if (change instanceof Change.Ticked ticked) {
            replace(ticked.clock());
        } else if (change instanceof Change.Witnessed witnessed) {
            keep(deeds, witnessed.deed());
        } else if (change instanceof Change.Admitted admitted) {
            keep(readers, admitted.seat());
        } else if (change instanceof Change.Reversioned reversioned) {
            version = reversioned.version();
        } else {
            related(change);
        }
    }

    private void related(Change change) {
        if (change instanceof Change.Descended descended) {
            kin = kin.from(descended.parent());
        } else if (change instanceof Change.Concerned concerned) {
            kin = kin.about(concerned.subject());
        } else if (change instanceof Change.Opened opened) {
            kin = kin.with(opened.child());
        } else if (change instanceof Change.Heard heard) {
            kin = kin.changed(
                    heard.child(),
                    child -> new Child(
                            child.id(), child.as(), child.method(), child.unit(), heard.closed(), heard.late()));
        } else if (change instanceof Change.Gathered gathered) {
            kin = kin.gathered(gathered.joined());
        } else if (change instanceof Change.Released released) {
            kin = kin.released(released.joined());
        } else if (change instanceof Change.Merged merged) {
            kin = kin.mergedInto(merged.main(), merged.aside());
        } else if (change instanceof Change.Restored restored) {
            restore(restored.aside());
        }
    }

    private void restore(MergeSnapshot aside) {
        step = aside.step();
        ring = aside.ring();
        holder = Optional.of(aside.holder());
        closed = Optional.empty();
        took = Optional.empty();
        rings.clear();
        rings.addAll(aside.rings());
        kin = kin.apart(aside);
    }

    private static <T> void keep(List<T> all, T one) {
        if (!all.contains(one)) {
            all.add(one);
        }
    }

    private void join(Change.Joined joined) {
        var before =
                joined.unit().isEmpty() ? parties.remove(joined.party()) : parties.put(joined.party(), joined.unit());
        if (before != null) {
            left.add(before);
        }
    }

    private void fill(String field, Object value) {
        if (value.equals("") || value.equals(List.of())) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
    }

    private void replace(ClockRun changed) {
        for (int i = 0; i < clocks.size(); i++) {
            if (clocks.get(i).clock().equals(changed.clock()) && clocks.get(i).run() == changed.run()) {
                clocks.set(i, changed);
                return;
            }
        }
        clocks.add(changed);
    }
}
