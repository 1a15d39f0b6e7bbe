package org.liudan.engine.method;

/** One link of the public chain, for example 点单. */
public record Ring(String id, LocalizedText name) {}
