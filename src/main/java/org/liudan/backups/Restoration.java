package org.liudan.backups;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Restores a backup into an empty database, completely or not at all. */
@Component
public class Restoration {

    /**
     * Statements after the copy, by table: leases end, because their processes are gone; webhooks are paused, so
     * that no event is sent twice without somebody's consent.
     */
    private static final Map<String, String> RESET = Map.of(
            "job_lease", "delete from job_lease where holder is not null",
            "webhook", "update webhook set paused_at = :now::timestamptz where paused_at is null");

    private final ObjectProvider<DataSource> source;
    private final PersonalSecret secret;
    private final Clock clock;

    Restoration(ObjectProvider<DataSource> source, PersonalSecret secret, Clock clock) {
        this.source = source;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Restores a backup.
     *
     * @throws BackupRefused if the secret is missing or is another one, the database is not empty, or the backup was made
     *     by a newer version
     */
    public void restore(Archive archive) throws IOException, SQLException {
        var manifest = archive.manifest();
        secret.check(manifest);
        var database = source.getObject();
        checkEmpty(database);
        secret.store(manifest);
        migrate(database, manifest);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                copyTables(connection, archive);
                connection.commit();
            } catch (IOException | SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
        JdbcClient.create(database).sql("analyze").update();
    }

    private static void checkEmpty(DataSource database) {
        var jdbc = JdbcClient.create(database);
        var nonEmpty = DatabaseTable.all(jdbc).stream()
                .filter(table -> !table.isEmpty(jdbc))
                .toList();
        if (!nonEmpty.isEmpty()) {
            var names = nonEmpty.stream().map(DatabaseTable::name).limit(3).collect(Collectors.joining(", "));
            throw new BackupRefused(
                    "数据库不是空的（" + names + " 等表里有数据），什么都没有写入。请恢复到空的数据文件夹：--liudan.data=…",
                    "The database is not empty (there are rows in " + names
                            + "). Nothing was written. Restore into an empty data" + " folder: --liudan.data=...");
        }
    }

    /** Migrates to the schema of the backup. The next start of the program runs the later migrations. */
    private static void migrate(DataSource database, Manifest manifest) {
        var version = MigrationVersion.fromVersion(manifest.schema());
        try {
            var flyway = Flyway.configure().dataSource(database).target(version).load();
            if (List.of(flyway.info().all()).stream().noneMatch(migration -> version.equals(migration.getVersion()))) {
                throw new BackupRefused(
                        "这份备份来自更新的版本（" + manifest.program() + "），请用那个版本或更新的版本恢复。",
                        "The backup was made by a newer program (" + manifest.program()
                                + "). Restore with that one or a newer one.");
            }
            flyway.migrate();
            var current = flyway.info().current();
            if (current == null || !version.equals(current.getVersion())) {
                throw new BackupRefused(
                        "数据库里已经有更新版本的空表。请恢复到空的数据文件夹：--liudan.data=…",
                        "The database has the empty tables of a newer version already. Restore into an empty data folder:"
                                + " --liudan.data=...");
            }
        } catch (FlywayException notPossible) {
            throw new BackupRefused(
                    "建不了数据表：" + notPossible.getMessage(), "The tables can't be made: " + notPossible.getMessage());
        }
    }

    private void copyTables(Connection connection, Archive archive) throws IOException, SQLException {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        var tables = DatabaseTable.all(jdbc);
        var archived = archive.manifest().tables().stream()
                .collect(Collectors.toMap(ArchivedTable::table, Function.identity()));
        if (!archived.keySet().equals(tables.stream().map(DatabaseTable::name).collect(Collectors.toSet()))) {
            throw mismatch(archived.keySet() + "");
        }
        for (var table : tables) {
            var source = archived.get(table.name());
            if (source == null || !new HashSet<>(source.columns()).equals(new HashSet<>(table.columns()))) {
                throw mismatch(table.name());
            }
            try (var in = archive.read(source)) {
                long rows = copies.copyIn(table.copyCommand(source.columns()) + " from stdin", in);
                if (rows != source.rows()) {
                    throw mismatch(table.name() + ": " + rows + " ≠ " + source.rows());
                }
            }
        }
        archive.manifest()
                .sequences()
                .forEach((name, last) -> jdbc.sql("select setval(quote_ident(:name)::regclass, :last)")
                        .param("name", name)
                        .param("last", last)
                        .query(Long.class)
                        .single());
        RESET.forEach((table, sql) -> {
            if (archived.containsKey(table)) {
                jdbc.sql(sql)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
            }
        });
    }

    private static BackupRefused mismatch(String what) {
        return new BackupRefused(
                "备份与它所说版本的数据表不符（" + what + "），什么都没有写入。",
                "The backup does not fit the tables of the version that it names (" + what + "). Nothing was written.");
    }
}
