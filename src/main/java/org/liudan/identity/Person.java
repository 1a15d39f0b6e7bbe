package org.liudan.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Seat;

/**
 * Somebody with an account, as the security administrator sees them.
 *
 * @param mustChange true while the password is one to be used once
 * @param lockedUntil until when signing in is refused after failures; may have passed
 * @param endedAt since when the account is ended
 */
public record Person(
        String account,
        String name,
        boolean mustChange,
        Optional<Instant> lockedUntil,
        Optional<Instant> endedAt,
        List<Seat> seats) {

    /** How an account stands. */
    public enum State {
        FINE,
        LOCKED,
        MUST_CHANGE,
        ENDED
    }

    public State state(Instant now) {
        if (endedAt.isPresent()) {
            return State.ENDED;
        }
        if (lockedUntil.filter(now::isBefore).isPresent()) {
            return State.LOCKED;
        }
        return mustChange ? State.MUST_CHANGE : State.FINE;
    }
}
