package org.liudan.engine.order;

import java.io.Serializable;

/**
 * A post of a unit. A seat holds an order, is notified, or may read.
 *
 * @param unit the unit's code
 * @param post the kind of post, for example {@code clerk}
 */
public record Seat(String unit, String post) implements Serializable {}
