package org.liudan.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL process of a data folder. If it ends unexpectedly, it is started again on the same port. */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    /** A server that does not answer within this time is either in recovery or has failed. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);

    /** How long to wait for a server in recovery. */
    private static final Duration RECOVERY_TIMEOUT = Duration.ofMinutes(30);

    /** Below the ephemeral ports, because a client could get such a port while a new database is being created. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private final DataFolder folder;
    private final String password;
    private final CountDownLatch closed = new CountDownLatch(1);
    private EmbeddedPostgres server;

    private EmbeddedServer(DataFolder folder, String password) throws IOException {
        this.folder = folder;
        this.password = password;
        this.server = startOn(freePort());
    }

    static EmbeddedServer start(DataFolder folder, String password) throws IOException {
        var started = new EmbeddedServer(folder, password);
        started.watch();
        return started;
    }

    synchronized int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        // first, so that nobody waits for a server in recovery any more
        closed.countDown();
        synchronized (this) {
            server.close();
        }
    }

    private void watch() {
        var watch = new Thread(this::restartWhenItEnds, "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void restartWhenItEnds() {
        try {
            while (!isClosed()) {
                RunningServer.on(folder.database()).ifPresent(RunningServer::awaitEnd);
                if (!isClosed()) {
                    restart();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() throws InterruptedException {
        LOG.error("自带的 PostgreSQL 意外停止，正在重新启动 / The built-in PostgreSQL has ended by itself; starting it again");
        long startedAt = System.nanoTime();
        while (!tryRestart()) {
            if (closed.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt);
        LOG.warn("自带的 PostgreSQL {} 秒后恢复运行 / The built-in PostgreSQL runs again after {} s", seconds, seconds);
    }

    private synchronized boolean tryRestart() {
        if (isClosed()) {
            return true;
        }
        try {
            int port = server.getPort();
            RunningServer.on(folder.database()).ifPresent(RunningServer::stop);
            server = startOn(port);
            return true;
        } catch (IOException | RuntimeException notYet) {
            LOG.error("自带的 PostgreSQL 还起不来，稍后再试 / It does not start yet, and is tried again: {}", notYet.getMessage());
            return false;
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Starts the server. Waits while it is in recovery, but not if its process has ended. */
    private EmbeddedPostgres startOn(int port) throws IOException {
        long startedAt = System.nanoTime();
        while (true) {
            try {
                return launch(port);
            } catch (IOException notYet) {
                var recovering = RunningServer.on(folder.database()).filter(server -> server.port() == port);
                if (recovering.isEmpty() || isClosed() || System.nanoTime() - startedAt > RECOVERY_TIMEOUT.toNanos()) {
                    throw notYet;
                }
            }
        }
    }

    private EmbeddedPostgres launch(int port) throws IOException {
        // left by a server that has ended; this process has the lock of the data folder
        Files.deleteIfExists(folder.database().resolve("epg-lock"));
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.database())
                .setCleanDataDirectory(false)
                // the hook would stop the database while requests are still running
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIMEOUT)
                .setLocaleConfig("locale", "C")
                // the defaults of the library are for tests and can lose committed data
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                // an SSD reads random pages almost as fast as sequential ones
                .setServerConfig("random_page_cost", "1.1")
                // there are many small queries; starting parallel workers takes longer than they save
                .setServerConfig("max_parallel_workers_per_gather", "0")
                // a checkpoint every gigabyte would write each page twice during a large import
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("wal_compression", "on")
                .setConnectConfig("password", password)
                .start();
    }

    private static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException inUse) {
                LOG.debug("Port {} is in use", port, inUse);
            }
        }
    }
}
