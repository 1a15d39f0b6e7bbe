package org.liudan.engine.order;

import java.io.Serializable;

/**
 * A post of a unit: who holds an order, who is told.
 *
 * @param unit the unit's code
 * @param post the kind of post, for example {@code clerk}
 */
public record Seat(String unit, String post) implements Serializable {}
