package org.liudan.commands;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prepares the database before the first page is served, and logs the address of the pages. */
@Component
@ConditionalOnWebApplication
class ServerStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ServerStart.class);

    private final Preparation preparation;

    ServerStart(Preparation preparation) {
        this.preparation = preparation;
    }

    @Override
    public void afterSingletonsInstantiated() {
        preparation.prepare();
    }

    @EventListener
    void serving(WebServerInitializedEvent event) {
        var port = event.getWebServer().getPort();
        LOG.info("六单已启动 / Liudan is running: http://localhost:{}", port);
    }
}
