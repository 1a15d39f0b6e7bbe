package org.liudan.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.PostRules;

/**
 * Somebody signed in.
 *
 * @param seat the post in which they act now
 * @param seats all their posts
 */
public record Viewer(String account, String name, Seat seat, List<Seat> seats) implements Principal, Serializable {

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
        return !PostRules.SYSTEM_POSTS.contains(seat.post());
    }

    /** The same person in another of their posts. */
    public Viewer in(Seat other) {
        if (!seats.contains(other)) {
            throw new IllegalArgumentException(account + " holds no post " + other);
        }
        return new Viewer(account, name, other, seats);
    }
}
