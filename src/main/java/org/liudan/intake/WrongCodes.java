package org.liudan.intake;

import java.time.Clock;
import org.liudan.kit.WrongTries;
import org.springframework.stereotype.Component;

/** Slows down whoever tries tracking codes. */
@Component
class WrongCodes extends WrongTries {

    WrongCodes(Clock clock) {
        super(clock);
    }
}
