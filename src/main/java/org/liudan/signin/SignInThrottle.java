package org.liudan.signin;

import java.time.Clock;
import org.liudan.web.AttemptThrottle;
import org.springframework.stereotype.Component;

/**
 * Limits guessing one password for many accounts. The limit is high because a whole office may share one address and
 * sometimes mistypes.
 */
@Component
class SignInThrottle extends AttemptThrottle {

    static final int LIMIT = 100;

    SignInThrottle(Clock clock) {
        super(clock, LIMIT);
    }
}
