package org.liudan.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.rulebook.RulebookLists;

/** Which posts a unit can have, and which posts one person can hold together. */
public final class PostRules {

    /**
     * The posts that run the system. They are separate from each other and from all work on orders (三员分立, GB/T
     * 22239-2019).
     */
    public static final Set<String> SYSTEM_POSTS = Set.of("administrator", "security", "auditor");

    private PostRules() {}

    /** Checks that the unit is in use and that its kind has the post; empty if it does. */
    public static Optional<Reason> fits(Seat seat, Directory directory) {
        var unit = directory.unit(seat.unit()).filter(found -> !found.ended());
        var kinds = RulebookLists.unitsOfPosts().getOrDefault(seat.post(), Set.of());
        if (unit.isEmpty() || kinds.isEmpty()) {
            return Optional.of(fault("people.choose"));
        }
        return kinds.contains(unit.get().kind())
                ? Optional.empty()
                : Optional.of(fault("people.unfit", unit.get().name(), directory.postName(seat.post())));
    }

    /** Checks that a system post is the only post of its holder (三员分立); empty if it is. */
    public static Optional<Reason> checkSeparation(Seat seat, List<Seat> held) {
        var conflict = held.stream()
                .filter(other -> !other.equals(seat))
                .anyMatch(other -> SYSTEM_POSTS.contains(other.post()) || SYSTEM_POSTS.contains(seat.post()));
        return conflict ? Optional.of(fault("people.apart")) : Optional.empty();
    }

    private static Reason fault(String key, Object... args) {
        return new Reason(key, List.of(args), Optional.of("post"));
    }
}
