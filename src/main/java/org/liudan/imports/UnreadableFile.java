package org.liudan.imports;

import org.liudan.engine.method.Reason;

/** A file is not read any further, for a reason that whoever sent it can do something about. */
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
