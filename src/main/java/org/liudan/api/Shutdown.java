package org.liudan.api;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whether this process has started to shut down. This component has no dependencies: with lazy initialization, Spring
 * creates it only when the shutdown event arrives, and then it must not create others.
 */
@Component
public class Shutdown {

    private volatile boolean started;

    /** True once the shutdown has started. */
    public boolean started() {
        return started;
    }

    @EventListener(ContextClosedEvent.class)
    void start() {
        started = true;
    }
}
