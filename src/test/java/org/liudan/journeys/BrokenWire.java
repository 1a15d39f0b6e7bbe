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

/** The wire between a phone and the application: it can be cut, mended, and lose an answer that was on its way. */
final class BrokenWire implements AutoCloseable {

    private static final String SENDING = "POST /patrol/visits";

    private final int to;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean losing = new AtomicBoolean();
    private volatile boolean cut;

    BrokenWire(int to) {
        this.to = to;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        run(this::accept);
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    void cut() {
        cut = true;
        open.forEach(BrokenWire::close);
    }

    void mend() {
        cut = false;
    }

    /** The next visit reaches the application, and its answer never comes back. */
    void loseAnAnswer() {
        losing.set(true);
    }

    boolean hasLostIt() {
        return !losing.get();
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            var phone = door.accept();
            open.add(phone);
            if (cut) {
                close(phone);
            } else {
                var application = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(application);
                var asked = new AtomicBoolean();
                run(() -> pump(phone, application, asked, true));
                run(() -> pump(application, phone, asked, false));
            }
        }
    }

    private void pump(Socket from, Socket into, AtomicBoolean asked, boolean asking) throws IOException {
        var bytes = new byte[16_384];
        try (from;
                into) {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                if (asking && new String(bytes, 0, read, StandardCharsets.ISO_8859_1).contains(SENDING)) {
                    asked.set(true);
                }
                if (!asking && asked.get() && losing.compareAndSet(true, false)) {
                    return;
                }
                into.getOutputStream().write(bytes, 0, read);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // it is closed, and that is all that was wanted
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException cut) {
                        // a wire that is cut ends like this
                    }
                },
                "wire");
        thread.setDaemon(true);
        thread.start();
    }
}
