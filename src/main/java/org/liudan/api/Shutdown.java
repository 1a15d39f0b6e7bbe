package org.liudan.api;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether this process is about to end. It needs nothing, because whoever hears of the end is made for that, even in a
 * process that did without until then.
 */
@Component
public class Shutdown {

    private volatile boolean started;

    public boolean started() {
        return started;
    }

    @EventListener(ContextClosedEvent.class)
    void start() {
        started = true;
    }
}
