package org.liudan.api;

/** A code, and its name in the caller's language. */
record NamedCode(String id, String name) {}
