package org.liudan.engine.method;

import java.util.Optional;

/** Computes a value from the facts of an order. The rulebook parses, checks and compiles it. */
public interface Formula {

    /** A text, a number or a boolean; empty if the facts give no value, for example a division by zero. */
    Optional<Object> value(Facts facts);
}
