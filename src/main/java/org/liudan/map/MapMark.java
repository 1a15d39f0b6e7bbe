package org.liudan.map;

import java.time.Instant;
import java.util.Optional;

/**
 * One order or subject on the map.
 *
 * @param light red, amber, green or grey
 */
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
