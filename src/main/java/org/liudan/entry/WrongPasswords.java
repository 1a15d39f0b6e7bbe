package org.liudan.entry;

import java.time.Clock;
import org.liudan.kit.WrongTries;
import org.springframework.stereotype.Component;

/** Slows down whoever tries one password on many accounts; a whole office may come from one address, and mistypes now and then. */
@Component
class WrongPasswords extends WrongTries {

    static final int MOST = 100;

    WrongPasswords(Clock clock) {
        super(clock, MOST);
    }
}
