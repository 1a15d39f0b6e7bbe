package org.liudan.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A proxy between a phone and the application: it can be cut and repaired, and it can lose a response. */
final class FaultyNetwork implements AutoCloseable {

    private static final String VISIT = "POST /patrol/visits";

    private final int port;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean loseResponse = new AtomicBoolean();
    private volatile boolean cut;

    FaultyNetwork(int port) {
        this.port = port;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run(this::accept);
    }

    String address() {
        return "http://localhost:" + server.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(FaultyNetwork::close);
    }

    void repair() {
        cut = false;
    }

    /** Loses the response to the next visit; the application receives the visit. */
    void loseNextResponse() {
        loseResponse.set(true);
    }

    boolean hasLostResponse() {
        return !loseResponse.get();
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            var phone = server.accept();
            open.add(phone);
            if (cut) {
                close(phone);
            } else {
                var application = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(application);
                var visitSent = new AtomicBoolean();
                run(() -> pump(phone, application, visitSent, true));
                run(() -> pump(application, phone, visitSent, false));
            }
        }
    }

    private void pump(Socket source, Socket target, AtomicBoolean visitSent, boolean isRequest) throws IOException {
        var bytes = new byte[16_384];
        try (source;
                target) {
            for (int read = source.getInputStream().read(bytes);
                    read >= 0;
                    read = source.getInputStream().read(bytes)) {
                if (isRequest && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(VISIT)) {
                    visitSent.set(true);
                }
                if (!isRequest && visitSent.get() && loseResponse.compareAndSet(true, false)) {
                    return;
                }
                target.getOutputStream().write(bytes, 0, read);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // the socket is closed, as intended
        }
    }

    private interface NetworkAction {
        void run() throws IOException;
    }

    private static void run(NetworkAction work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException cut) {
                        // expected when the connection is cut
                    }
                },
                "network");
        thread.setDaemon(true);
        thread.start();
    }
}
