package org.liudan.engine.order;

/**
 * The order that opened this one.
 *
 * @param as the part this one has there
 */
public record Parent(long id, String as) {}
