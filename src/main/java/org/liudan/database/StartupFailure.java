package org.liudan.database;

import org.jspecify.annotations.Nullable;

/** The program can't start, and what to do about it, in both languages. */
public class StartupFailure extends RuntimeException {

    public StartupFailure(String zh, String en, @Nullable Throwable cause) {
        super("\n\n  " + zh + "\n  " + en + "\n", cause);
    }
}
