package org.liudan.engine.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One event of an order, with everything a reader needs. An event never changes.
 *
 * @param number 1 for the first event of the order
 * @param action the action that was taken, or one of the names in {@link Alarms}
 * @param answers the answers of the form; personal data is encrypted
 */
public record Event(
        int number, String action, Actor by, Instant at, Map<String, Object> answers, List<Change> changes) {}
