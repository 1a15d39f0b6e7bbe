package org.liudan.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.Reason;
import org.liudan.engine.Seat;
import org.liudan.rulebook.RulebookLists;

/** Which posts there can be, and which go together in one person. */
public final class PostRules {

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
    static Optional<Reason> apart(Seat seat, List<Seat> held) {
        var clash = held.stream()
                .filter(other -> !other.equals(seat))
                .anyMatch(other ->
                        Viewer.SYSTEM_POSTS.contains(other.post()) || Viewer.SYSTEM_POSTS.contains(seat.post()));
        return clash ? Optional.of(fault("people.apart")) : Optional.empty();
    }

    private static Reason fault(String key, Object... args) {
        return new Reason(key, List.of(args), Optional.of("post"));
    }
}
