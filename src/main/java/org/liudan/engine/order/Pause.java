package org.liudan.engine.order;

import java.time.Instant;
import java.util.Optional;

/** A time during which a clock stood still; no end while it still does. */
public record Pause(Instant from, Optional<Instant> to) {}
