package org.liudan.map;

import java.time.Instant;
import java.util.Optional;

/** One order or subject that the map or the list beside it tells of. */
record MapMark(
        String layer,
        long id,
        String method,
        int version,
        String title,
        Instant raisedAt,
        String step,
        String region,
        String light,
        Optional<Instant> dueAt) {}
