package org.liudan.database;

import org.jspecify.annotations.Nullable;

/** The program can't start, and what to do about it, in both languages. */
public class CannotStart extends RuntimeException {

    public CannotStart(String zh, String en, @Nullable Throwable cause) {
        super("\n\n  " + zh + "\n  " + en + "\n", cause);
    }
}
