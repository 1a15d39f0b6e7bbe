package org.liudan.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The links of an order to other orders and to a subject.
 *
 * @param parent the order that opened this one
 * @param children the orders that this one opened
 * @param main the order that this one is or was merged into
 * @param joined the orders that are merged into this one
 * @param aside the state before the merge; empty if this order is not merged now
 * @param about the subject on a register that this order is about
 */
public record OrderLinks(
        Optional<Parent> parent,
        List<Child> children,
        Optional<Long> main,
        SortedSet<Long> joined,
        Optional<MergeSnapshot> aside,
        Optional<Long> about) {

    public static final OrderLinks NONE = new OrderLinks(
            Optional.empty(), List.of(), Optional.empty(), new TreeSet<>(), Optional.empty(), Optional.empty());

    /** Reads the stored JSON too, which leaves out empty collections. */
    @SuppressWarnings("NullAway")
    public OrderLinks {
        children = orElse(children, List.of());
        joined = orElse(joined, new TreeSet<>());
    }

    static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    public Optional<Child> child(long id) {
        return children.stream().filter(child -> child.id() == id).findFirst();
    }

    /** A message to the parent about the state of this order; empty if there is no parent. */
    public Optional<Change> reportToParent(Optional<String> closed, boolean late) {
        return parent.map(order -> new Change.Sent(new OrderMessage.News(order.id(), closed, late)));
    }

    /** A message to the main order that this order is no longer merged into it. */
    public Optional<Change> leaveMessage() {
        return main.map(id -> new Change.Sent(new OrderMessage.Leave(id)));
    }

    OrderLinks withParent(Parent newParent) {
        return new OrderLinks(Optional.of(newParent), children, main, joined, aside, about);
    }

    OrderLinks withSubject(long subject) {
        return new OrderLinks(parent, children, main, joined, aside, Optional.of(subject));
    }

    OrderLinks withChild(Child child) {
        var more = new ArrayList<>(children);
        more.add(child);
        return new OrderLinks(parent, List.copyOf(more), main, joined, aside, about);
    }

    OrderLinks withChangedChild(long id, UnaryOperator<Child> change) {
        return new OrderLinks(
                parent,
                children.stream()
                        .map(child -> child.id() == id ? change.apply(child) : child)
                        .toList(),
                main,
                joined,
                aside,
                about);
    }

    OrderLinks mergedInto(long mainOrder, MergeSnapshot snapshot) {
        return new OrderLinks(parent, children, Optional.of(mainOrder), joined, Optional.of(snapshot), about);
    }

    /** The order is worked on by itself again. The link to the main order stays. */
    OrderLinks withoutSnapshot() {
        return new OrderLinks(parent, children, main, joined, Optional.empty(), about);
    }

    /** The links before the merge. */
    OrderLinks restored(MergeSnapshot snapshot) {
        return new OrderLinks(parent, children, snapshot.main(), joined, Optional.empty(), about);
    }

    OrderLinks withMerged(long id) {
        var more = new TreeSet<>(joined);
        more.add(id);
        return new OrderLinks(parent, children, main, more, aside, about);
    }

    OrderLinks withoutMerged(long id) {
        var fewer = new TreeSet<>(joined);
        fewer.remove(id);
        return new OrderLinks(parent, children, main, fewer, aside, about);
    }
}
