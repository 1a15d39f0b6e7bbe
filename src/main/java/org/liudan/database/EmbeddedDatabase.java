package org.liudan.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL in the data folder. It is durable, listens on this machine only and requires a password. A server
 * that an earlier process left running is stopped first, so that two servers never use the same files.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final int port;
    private final String password;
    private final @Nullable EmbeddedServer server;
    private final @Nullable FileLock lock;

    private EmbeddedDatabase(int port, String password, @Nullable EmbeddedServer server, @Nullable FileLock lock) {
        this.port = port;
        this.password = password;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts the server, or connects to the server that another Liudan process runs on the same folder.
     *
     * @param join true to connect to a running server; false to refuse a folder in use
     * @throws StartupFailure if the folder is in use or the server does not start
     */
    public static EmbeddedDatabase open(DataFolder folder, boolean join) {
        var lock = folder.lock();
        if (lock.isPresent()) {
            return start(folder, lock.get());
        }
        var running = RunningServer.on(folder.database());
        if (join && running.isPresent()) {
            return new EmbeddedDatabase(running.get().port(), folder.secret("database"), null, null);
        }
        throw new StartupFailure(
                "数据文件夹 " + folder.path() + " 正由另一个六单进程使用。请先停掉它，或用 --liudan.data=… 另选一个文件夹。",
                "The data folder " + folder.path() + " is in use by another Liudan. Stop that one first, or choose"
                        + " another folder with --liudan.data=...",
                null);
    }

    /** Its JDBC address. */
    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** The password of its user {@code postgres}. */
    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (lock != null) {
            lock.acquiredBy().close();
        }
    }

    private static EmbeddedDatabase start(DataFolder folder, FileLock lock) {
        RunningServer.on(folder.database()).ifPresent(RunningServer::stop);
        setAsideUnfinished(folder);
        var password = folder.secret("database");
        try {
            var server = EmbeddedServer.start(folder, password);
            var database = new EmbeddedDatabase(server.port(), password, server, lock);
            database.requirePassword(folder.database());
            Files.writeString(folder.path().resolve("ready"), "This folder holds a complete database.\n");
            return database;
        } catch (IOException | SQLException broken) {
            throw new StartupFailure(
                    "自带的 PostgreSQL 起不来：" + broken.getMessage() + "。请看上面的日志；也可以用 --spring.datasource.url=… 连接已有的"
                            + " PostgreSQL。",
                    "The built-in PostgreSQL does not start: " + broken.getMessage()
                            + ". See the log above, or use another PostgreSQL with --spring.datasource.url=...",
                    broken);
        }
    }

    /** Sets the password on the first start. After that the server accepts no connection without it. */
    private void requirePassword(Path database) throws IOException, SQLException {
        var access = database.resolve("pg_hba.conf");
        var required = "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";
        if (Files.readString(access).equals(required)) {
            return;
        }
        try (var connection = DriverManager.getConnection(url(), "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.writeString(access, required);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Moves away a database whose first start did not finish. It has no data that was ever acknowledged. */
    private static void setAsideUnfinished(DataFolder folder) {
        var database = folder.database();
        if (Files.exists(database) && !Files.exists(folder.path().resolve("ready"))) {
            try {
                var aside = Files.createTempDirectory(folder.path(), "unfinished-");
                Files.move(database, aside.resolve("database"));
                LOG.warn("An unfinished database was moved to {}", aside);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
