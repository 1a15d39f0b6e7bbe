package org.liudan.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Seat;

/**
 * A person with an account, as the security administrator sees them.
 *
 * @param mustChange true while the password is a one-time password
 * @param lockedUntil until when signing in is refused after failures; may be in the past
 * @param endedAt when the account was ended
 */
public record Person(
        String account,
        String name,
        boolean mustChange,
        Optional<Instant> lockedUntil,
        Optional<Instant> endedAt,
        List<Seat> seats) {

    /** The state of an account. */
    public enum AccountState {
        FINE,
        LOCKED,
        MUST_CHANGE,
        ENDED
    }

    /** The state at this time. */
    public AccountState state(Instant now) {
        if (endedAt.isPresent()) {
            return AccountState.ENDED;
        }
        if (lockedUntil.filter(now::isBefore).isPresent()) {
            return AccountState.LOCKED;
        }
        return mustChange ? AccountState.MUST_CHANGE : AccountState.FINE;
    }
}
