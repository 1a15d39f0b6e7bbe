package org.liudan.backups;

import org.liudan.engine.method.LocalizedText;

/** A backup can't be made or restored; why, and what to do. */
public final class BackupRefused extends RuntimeException {

    private final transient LocalizedText reason;

    BackupRefused(String zh, String en) {
        super(en);
        this.reason = new LocalizedText(zh, en);
    }

    public LocalizedText reason() {
        return reason;
    }
}
