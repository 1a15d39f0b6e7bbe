package org.liudan.people;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.liudan.engine.Actor;
import org.liudan.engine.Seat;

/**
 * Somebody signed in.
 *
 * @param seat the post in which they act now
 * @param seats all their posts
 */
public record Viewer(String account, String name, Seat seat, List<Seat> seats) implements Principal, Serializable {

    /** The posts that run the system, kept apart from each other and from all work on orders (GB/T 22239-2019). */
    static final Set<String> SYSTEM_POSTS = Set.of("administrator", "security", "auditor");

    /** The account, by which sessions are found. */
    @Override
    public String getName() {
        return account;
    }

    public Actor.Officer actor() {
        return new Actor.Officer(seat.unit(), seat.post(), account);
    }

    public boolean has(String post) {
        return seat.post().equals(post);
    }

    /** True for posts of the district's work, false for those that run the system. */
    public boolean handlesOrders() {
        return !SYSTEM_POSTS.contains(seat.post());
    }

    /** The same person in another of their posts. */
    public Viewer in(Seat other) {
        if (!seats.contains(other)) {
            throw new IllegalArgumentException(account + " holds no post " + other);
        }
        return new Viewer(account, name, other, seats);
    }
}
