package org.liudan.faults;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What {@code pg_basebackup -R -C -S standby} does, which is not among the binaries of the program: a copy of a server at work
 * that goes on as its standby.
 */
final class Standby {

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    private Standby() {}

    static void copy(String url, Path from, Path to, int port) throws Exception {
        does(url, "select pg_create_physical_replication_slot('standby', true)");
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('standby', true)");
            copy(from, to);
            try (var row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                row.next();
                Files.writeString(to.resolve("backup_label"), row.getString(1));
            }
        }
        Files.createFile(to.resolve("standby.signal"));
        Files.writeString(
                to.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=%d user=postgres application_name=standby'%nprimary_slot_name = 'standby'%n"
                        .formatted(port),
                StandardOpenOption.APPEND);
    }

    /** From now on the primary acknowledges what its standby has on disk too. */
    static void waitFor(String url) throws Exception {
        does(url, "alter system set synchronous_standby_names = 'standby'");
        does(url, "select pg_reload_conf()");
        for (int tries = 0; tries < 300; tries++) {
            try (var connection = connect(url);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select count(*) from pg_stat_replication where sync_state = 'sync' and state = 'streaming'")) {
                row.next();
                if (row.getInt(1) == 1) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The standby does not follow");
    }

    static void does(String url, String sql) throws SQLException {
        try (var connection = connect(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "none");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes known) throws IOException {
                var made = Files.createDirectories(to.resolve(from.relativize(folder)));
                Files.setPosixFilePermissions(made, fromString("rwx------"));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes known) throws IOException {
                boolean log = file.getParent().endsWith("pg_wal");
                if (!log && !LEFT_OUT.contains(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
