package org.liudan.orders.verification;

import java.util.Optional;
import org.liudan.engine.method.LocalizedText;

/**
 * Something about an order that does not follow from its events, or an event that does not follow from the one before.
 *
 * @param event the number of the event concerned, where one is
 * @param what what differs
 */
public record Difference(long order, Optional<Integer> event, LocalizedText what) {}
