package org.liudan.backups;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Writes the whole database into one file, as of one moment, while others continue to work. */
@Component
public class Backup {

    private static final String SCHEMA = """
            select version
            from flyway_schema_history
            where success and version is not null
            order by installed_rank desc
            limit 1
            """;
    private static final String SEQUENCES = """
            select sequencename, last_value
            from pg_sequences
            where schemaname = current_schema() and last_value is not null
            """;

    private final DataSource source;
    private final PersonalSecret secret;
    private final Clock clock;

    Backup(DataSource source, PersonalSecret secret, Clock clock) {
        this.source = source;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * Writes a backup.
     *
     * @param withSecret true to include the personal secret; then anybody with the file can read the personal data
     * @throws BackupRefused if the file exists, the database has no tables of Liudan, or the personal secret is missing
     */
    public Manifest write(Path file, boolean withSecret) throws IOException, SQLException {
        var path = file.toAbsolutePath().normalize();
        if (Files.exists(path)) {
            throw new BackupRefused(
                    path + " 已经存在，不会覆盖。请换一个文件名。",
                    path + " is there already and is not overwritten. Choose another name.");
        }
        try (var connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var writer = new ArchiveWriter(path)) {
                var manifest = copyTables(connection, writer, withSecret);
                writer.finish(manifest);
                return manifest;
            } finally {
                connection.rollback();
            }
        }
    }

    private Manifest copyTables(Connection connection, ArchiveWriter writer, boolean withSecret)
            throws IOException, SQLException {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var tables = DatabaseTable.all(jdbc);
        if (tables.stream().noneMatch(table -> table.name().equals("district"))) {
            throw new BackupRefused(
                    "这里还没有六单的数据库，没有可备份的。", "There is no database of Liudan here, so nothing to back up.");
        }
        var madeAt = clock.instant();
        // so that no newer version migrates the tables during the backup
        jdbc.sql(tables.stream()
                        .map(DatabaseTable::quoted)
                        .collect(Collectors.joining(", ", "lock table ", " in access share mode")))
                .update();
        var schema = jdbc.sql(SCHEMA).query(String.class).single();
        var districts = jdbc.sql("select name_zh from district order by district_id")
                .query(String.class)
                .list();
        var currentSecret = secret.existing();
        if (currentSecret.isEmpty() && !districts.isEmpty()) {
            throw new BackupRefused(
                    "找不到 personal.secret，也没有用 --liudan.personal-secret=… 给出。没有它，备份日后无法核对能否打开。",
                    "There is no personal.secret, and none is given with --liudan.personal-secret=.... Without it a backup"
                            + " could not be checked for whether it can be opened.");
        }
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        List<ArchivedTable> archived = new ArrayList<>();
        for (var table : tables) {
            archived.add(writer.add(table, copies));
        }
        return new Manifest(
                Manifest.FORMAT,
                Optional.ofNullable(Backup.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                schema,
                madeAt,
                districts,
                currentSecret.map(PersonalSecret::fingerprint).orElse(""),
                withSecret ? currentSecret : Optional.empty(),
                archived,
                sequences(jdbc));
    }

    /** Read last, so that no sequence is behind a row that was copied. */
    private static Map<String, Long> sequences(JdbcClient jdbc) {
        var sequences = new TreeMap<String, Long>();
        jdbc.sql(SEQUENCES).query(row -> {
            sequences.put(row.getString("sequencename"), row.getLong("last_value"));
        });
        return sequences;
    }
}
