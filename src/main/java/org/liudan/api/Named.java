package org.liudan.api;

/** A code, and its name in the caller's language. */
record Named(String id, String name) {}
