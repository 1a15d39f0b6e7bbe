package org.liudan.backups;

import org.liudan.engine.method.LocalizedText;

/** A backup can't be made or restored. It has the reason and what to do. */
public final class BackupRefused extends RuntimeException {

    private final transient LocalizedText reason;

    BackupRefused(String zh, String en) {
        super(en);
        this.reason = new LocalizedText(zh, en);
    }

    /** The reason and what to do, in both languages. */
    public LocalizedText reason() {
        return reason;
    }
}
