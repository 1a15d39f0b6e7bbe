package org.liudan.imports;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up imports that wait or were broken off, unless {@code liudan.deadlines.enabled} is false. */
@Component("importSchedule")
@ConditionalOnProperty(name = "liudan.deadlines.enabled", matchIfMissing = true)
class ImportSchedule {

    private final Imports imports;

    ImportSchedule(Imports imports) {
        this.imports = imports;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 1_000)
    void look() {
        imports.work();
    }
}
