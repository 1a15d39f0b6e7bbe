package org.liudan.backups;

import org.liudan.engine.Words;

/** A backup can't be made or restored; why, and what to do. */
public final class Refused extends RuntimeException {

    private final transient Words why;

    Refused(String zh, String en) {
        super(en);
        this.why = new Words(zh, en);
    }

    public Words why() {
        return why;
    }
}
