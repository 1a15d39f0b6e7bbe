package org.liudan.engine;

/** One link of the public chain, for example 点单. */
public record Ring(String id, Words name) {}
