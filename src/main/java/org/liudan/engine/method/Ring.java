package org.liudan.engine.method;

/** One ring of the public chain, for example 点单. */
public record Ring(String id, LocalizedText name) {}
