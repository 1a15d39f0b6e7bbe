package org.liudan.engine.order;

import java.time.Instant;
import java.util.Optional;

/** A time during which a clock was paused. The end is empty while the pause lasts. */
public record Pause(Instant from, Optional<Instant> to) {}
