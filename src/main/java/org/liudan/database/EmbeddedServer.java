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

/** The PostgreSQL process of a data folder. When it ends although nobody has stopped it, it is started again where it was. */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    /** After so long without an answer it either recovers what it had not written, or is gone. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(10);

    /** For so long one that recovers is waited for. */
    private static final Duration RECOVERY_TIMEOUT = Duration.ofMinutes(30);

    /** Below those that systems give to whoever connects, one of which could be taken while a new database is made. */
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
        // first, so that one that recovers is no longer waited for
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
        long began = System.nanoTime();
        while (!tryRestart()) {
            if (closed.await(1, TimeUnit.SECONDS)) {
                return;
            }
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
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

    /** Waits for one that recovers, and not for one that is gone. */
    private EmbeddedPostgres startOn(int port) throws IOException {
        long began = System.nanoTime();
        while (true) {
            try {
                return launch(port);
            } catch (IOException notYet) {
                var recovers = RunningServer.on(folder.database()).filter(server -> server.port() == port);
                if (recovers.isEmpty() || isClosed() || System.nanoTime() - began > RECOVERY_TIMEOUT.toNanos()) {
                    throw notYet;
                }
            }
        }
    }

    private EmbeddedPostgres launch(int port) throws IOException {
        // left by a server that is gone; the folder itself is locked by us
        Files.deleteIfExists(folder.database().resolve("epg-lock"));
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.database())
                .setCleanDataDirectory(false)
                // it would stop the database while requests are still being answered
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIMEOUT)
                .setLocaleConfig("locale", "C")
                // the library's own defaults are made for tests and lose what was committed
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                // an index is worth its reads: disks that have to move their heads are gone
                .setServerConfig("random_page_cost", "1.1")
                // pages ask for little, and many ask: helpers take longer to start than they save
                .setServerConfig("max_parallel_workers_per_gather", "0")
                // a checkpoint every gigabyte writes each page twice while much is imported
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
            } catch (BindException taken) {
                LOG.debug("Port {} is taken", port, taken);
            }
        }
    }
}
