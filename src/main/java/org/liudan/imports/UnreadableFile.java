package org.liudan.imports;

import org.liudan.engine.method.Reason;

/** A file can't be read, for a reason that the sender can fix. */
final class UnreadableFile extends RuntimeException {

    private final transient Reason reason;

    UnreadableFile(String key, Object... args) {
        super(key);
        this.reason = Reason.of(key, args);
    }

    Reason reason() {
        return reason;
    }
}
