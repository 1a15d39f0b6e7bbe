package org.liudan.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.rulebook.RulebookLists;

/** Which posts there can be, and which go together in one person. */
public final class PostRules {

    /** The posts that run the system, kept apart from each other and from all work on orders (三员分立, GB/T 22239-2019). */
    public static final Set<String> SYSTEM_POSTS = Set.of("administrator", "security", "auditor");

    private PostRules() {}

    /** A post is one that the kind of unit has. */
    public static Optional<Reason> fits(Seat seat, Directory directory) {
        var unit = directory.unit(seat.unit()).filter(one -> !one.ended());
        var kinds = RulebookLists.unitsOfPosts().getOrDefault(seat.post(), Set.of());
        if (unit.isEmpty() || kinds.isEmpty()) {
            return Optional.of(fault("people.choose"));
        }
        return kinds.contains(unit.get().kind())
                ? Optional.empty()
                : Optional.of(fault("people.unfit", unit.get().name(), directory.postName(seat.post())));
    }

    /** Who runs the system has one post of it and no other (三员分立). */
    public static Optional<Reason> apart(Seat seat, List<Seat> held) {
        var clash = held.stream()
                .filter(other -> !other.equals(seat))
                .anyMatch(other -> SYSTEM_POSTS.contains(other.post()) || SYSTEM_POSTS.contains(seat.post()));
        return clash ? Optional.of(fault("people.apart")) : Optional.empty();
    }

    private static Reason fault(String key, Object... args) {
        return new Reason(key, List.of(args), Optional.of("post"));
    }
}
