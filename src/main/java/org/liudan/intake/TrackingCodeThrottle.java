package org.liudan.intake;

import java.time.Clock;
import org.liudan.web.AttemptThrottle;
import org.springframework.stereotype.Component;

/** Limits guessing of tracking codes. */
@Component
class TrackingCodeThrottle extends AttemptThrottle {

    TrackingCodeThrottle(Clock clock) {
        super(clock);
    }
}
