package org.liudan.intake;

import java.time.Clock;
import org.liudan.web.AttemptThrottle;
import org.springframework.stereotype.Component;

/** Slows down whoever tries tracking codes. */
@Component
class TrackingCodeThrottle extends AttemptThrottle {

    TrackingCodeThrottle(Clock clock) {
        super(clock);
    }
}
