package org.liudan.database;

import org.jspecify.annotations.Nullable;

/** The program can't start. The message says why and what to do, in both languages. */
public class StartupFailure extends RuntimeException {

    /** Has a Chinese and an English text. */
    public StartupFailure(String zh, String en, @Nullable Throwable cause) {
        super("\n\n  " + zh + "\n  " + en + "\n", cause);
    }
}
