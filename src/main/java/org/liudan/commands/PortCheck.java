package org.liudan.commands;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.liudan.database.StartupFailure;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Checks that the port of the pages is free before anything else starts. */
final class PortCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final int DEFAULT_PORT = 8080;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        int port = environment.getProperty("server.port", Integer.class, DEFAULT_PORT);
        if (port > 0) {
            check(port, environment.getProperty("server.address", InetAddress.class));
        }
    }

    static void check(int port, @Nullable InetAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException notFree) {
            throw new StartupFailure(
                    "端口 " + port + " 已被占用或不能使用（" + notFree.getMessage() + "）。请停掉占用它的程序，或用 --server.port=8081"
                            + " 另选一个端口。",
                    "Port " + port + " is taken or can't be used (" + notFree.getMessage()
                            + "). Stop the program that has it, or choose another port with --server.port=8081.",
                    notFree);
        }
    }
}
