package org.liudan.engine.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What happened to an order, once, with everything a reader needs.
 *
 * @param number 1 for the first event of the order
 * @param action the action taken, or one of the names in {@link Alarms}
 * @param answers what was filled in; personal data is sealed
 */
public record Event(
        int number, String action, Actor by, Instant at, Map<String, Object> answers, List<Change> changes) {}
