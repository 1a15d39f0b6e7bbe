package org.liudan.identity;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.PostRules;

/**
 * A signed-in user.
 *
 * @param seat the post in which they are acting
 * @param seats all their posts
 */
public record Viewer(String account, String name, Seat seat, List<Seat> seats) implements Principal, Serializable {

    /** The account; sessions are found by it. */
    @Override
    public String getName() {
        return account;
    }

    /** The actor for actions on orders. */
    public Actor.Officer actor() {
        return new Actor.Officer(seat.unit(), seat.post(), account);
    }

    /** True if the user is acting in this kind of post. */
    public boolean has(String post) {
        return seat.post().equals(post);
    }

    /** True if the post works on orders; false for the posts that run the system. */
    public boolean handlesOrders() {
        return !PostRules.SYSTEM_POSTS.contains(seat.post());
    }

    /**
     * The same user in another of their posts.
     *
     * @throws IllegalArgumentException if they don't hold it
     */
    public Viewer in(Seat other) {
        if (!seats.contains(other)) {
            throw new IllegalArgumentException(account + " holds no post " + other);
        }
        return new Viewer(account, name, other, seats);
    }
}
