package org.liudan.orders.verification;

import java.util.Optional;
import org.liudan.engine.method.LocalizedText;

/**
 * Something stored of an order that does not follow from its events, or an event that does not follow from the one before.
 *
 * @param order the id of the order
 * @param event the number of the event; empty when the difference is not about one event
 * @param what what differs, for people
 */
public record Difference(long order, Optional<Integer> event, LocalizedText what) {}
