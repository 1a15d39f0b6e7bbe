package org.liudan.api;

/** A code and its name in the language of the caller. */
record NamedCode(String id, String name) {}
