package org.liudan.signin;

import java.time.Clock;
import org.liudan.web.AttemptThrottle;
import org.springframework.stereotype.Component;

/** Slows down whoever tries one password on many accounts; a whole office may come from one address, and mistypes now and then. */
@Component
class SignInThrottle extends AttemptThrottle {

    static final int MOST = 100;

    SignInThrottle(Clock clock) {
        super(clock, MOST);
    }
}
