package org.liudan.engine.method;

import java.util.Optional;

/** A value that follows from the facts of an order; written, checked and compiled by the rulebook. */
public interface Formula {

    /** A text, number, yes or no; empty where the facts give none, such as a share of nothing. */
    Optional<Object> value(Facts facts);
}
