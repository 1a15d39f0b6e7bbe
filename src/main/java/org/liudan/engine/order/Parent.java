package org.liudan.engine.order;

/**
 * The order that opened this one.
 *
 * @param as the part this order has in its parent, for example {@code lead}
 */
public record Parent(long id, String as) {}
