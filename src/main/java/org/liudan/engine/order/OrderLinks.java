package org.liudan.engine.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How an order belongs to others.
 *
 * @param parent the order that opened it
 * @param children the orders that it opened
 * @param main the order that it is merged into
 * @param joined the orders that are merged into it
 * @param aside how it stood when it was merged
 * @param about the subject on a register that it is about
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

    /** Reads what was kept, where nothing stands for empty. */
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

    /** The letter that tells the parent how this order stands. */
    public Optional<Change> news(Optional<String> closed, boolean late) {
        return parent.map(one -> new Change.Sent(new OrderMessage.News(one.id(), closed, late)));
    }

    /** The letter that tells the order it was merged into that this one is on its own again. */
    public Optional<Change> farewell() {
        return main.map(one -> new Change.Sent(new OrderMessage.Leave(one)));
    }

    OrderLinks from(Parent of) {
        return new OrderLinks(Optional.of(of), children, main, joined, aside, about);
    }

    OrderLinks about(long subject) {
        return new OrderLinks(parent, children, main, joined, aside, Optional.of(subject));
    }

    OrderLinks with(Child child) {
        var more = new ArrayList<>(children);
        more.add(child);
        return new OrderLinks(parent, List.copyOf(more), main, joined, aside, about);
    }

    OrderLinks changed(long id, UnaryOperator<Child> change) {
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

    OrderLinks mergedInto(long into, MergeSnapshot stood) {
        return new OrderLinks(parent, children, Optional.of(into), joined, Optional.of(stood), about);
    }

    /** The order is worked on again by itself; what it was merged into stays known. */
    OrderLinks alone() {
        return new OrderLinks(parent, children, main, joined, Optional.empty(), about);
    }

    /** As before it was merged. */
    OrderLinks apart(MergeSnapshot stood) {
        return new OrderLinks(parent, children, stood.main(), joined, Optional.empty(), about);
    }

    OrderLinks gathered(long id) {
        var more = new TreeSet<>(joined);
        more.add(id);
        return new OrderLinks(parent, children, main, more, aside, about);
    }

    OrderLinks released(long id) {
        var fewer = new TreeSet<>(joined);
        fewer.remove(id);
        return new OrderLinks(parent, children, main, fewer, aside, about);
    }
}
