package org.liudan.backups;

import org.liudan.engine.method.LocalizedText;

/** A backup can't be made or restored; why, and what to do. */
public final class BackupRefused extends RuntimeException {

    private final transient LocalizedText why;

    BackupRefused(String zh, String en) {
        super(en);
        this.why = new LocalizedText(zh, en);
    }

    public LocalizedText why() {
        return why;
    }
}
