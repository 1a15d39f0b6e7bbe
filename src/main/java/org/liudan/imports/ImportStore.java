package org.liudan.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.imports.Import.State;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.liudan.web.ReasonJson;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps imports with their files, sealed, for whichever process goes on with them. */
@Component
class ImportStore {

    private static final String CREATE = """
            insert into import (district_id, register, method_version, start, unit, post, account, note, created_at,
                file_name, file_hash, file_bytes, state)
            values (:district, :register, :version, :start, :unit, :post, :account, :note, :now,
                :name, :hash, :bytes, 'checking')
            returning id
            """;
    private static final String ADD_PIECE = """
            insert into import_file_part (district_id, import_id, number, content)
            values (:district, :id, :number, :content)
            """;
    private static final String PIECES = """
            select content
            from import_file_part
            where district_id = :district and import_id = :id
            order by number
            """;
    private static final String SELECT = "select i.*, encode(i.file_hash, 'hex') as hash from import i ";
    private static final String WAITING = """
            select id
            from import
            where district_id = :district and state in ('checking', 'running', 'undoing') and %s
            order by id
            """.formatted(Leases.free("import.id::text"));
    private static final String MOVE = """
            update import
            set state = :to, finished_at = case when :over then :now else finished_at end,
                failure = coalesce(:failure, failure)
            where district_id = :district and id = :id and state = :from
            """;
    private static final String BEGIN = """
            update import
            set state = 'running', at_row = 0, entered = 0, changed = 0, same = 0, faulty = 0, confirmed_at = :now
            where district_id = :district and id = :id and state = 'checked'
            """;
    private static final String UNDO = """
            update import
            set state = 'undoing', last_row = at_row, at_row = 0, undone_by = :account
            where district_id = :district and id = :id and state in ('done', 'stopped')
            """;
    private static final String COLUMNS = """
            update import
            set columns = :columns
            where district_id = :district and id = :id
            """;

    private static final int PIECE = 1 << 20;

    /** One process works on an import at a time. */
    static final LeaseKind LEASE =
            new LeaseKind("import", Duration.ofMinutes(2), new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10)));

    private final JdbcClient jdbc;
    private final Leases leases;
    private final Directories directories;
    private final Seals seals;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Leases leases, Directories directories, Seals seals, Clock clock) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.directories = directories;
        this.seals = seals;
        this.clock = clock;
    }

    /** Keeps a file whole before the first of it is read. Answers the import's id. */
    @Transactional
    public long create(ImportedRow entered, Actor.Officer by, String note, String name, Path file) throws IOException {
        long id = bound(CREATE)
                .param("register", entered.register().id())
                .param("version", entered.register().version())
                .param("start", entered.start().id())
                .param("unit", by.unit())
                .param("post", by.post())
                .param("account", by.person())
                .param("note", note)
                .param("now", now())
                .param("name", name)
                .param("hash", hash(file))
                .param("bytes", Files.size(file))
                .query(Long.class)
                .single();
        try (var in = Files.newInputStream(file)) {
            int number = 0;
            for (var piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                bound(ADD_PIECE)
                        .param("id", id)
                        .param("number", number++)
                        .param("content", seals.seal(piece))
                        .update();
            }
        }
        return id;
    }

    /** The file as it came, to be deleted by whoever asked for it. */
    @Transactional(readOnly = true)
    public Path file(long id) throws IOException {
        var file = Files.createTempFile("import-", ".data");
        try (var out = Files.newOutputStream(file)) {
            bound(PIECES).param("id", id).withFetchSize(1).query((RowCallbackHandler) row -> {
                try {
                    out.write(seals.open(row.getBytes("content")));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
        }
        return file;
    }

    Optional<Import> find(long id) {
        return bound(SELECT + "where i.district_id = :district and i.id = :id")
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    /** The last imports of a register by a post. */
    List<Import> of(String register, String unit, String post) {
        return bound(SELECT + "where i.district_id = :district and i.register = :register"
                        + " and (:unit = '' or i.unit = :unit and i.post = :post) order by i.id desc limit 50")
                .param("register", register)
                .param("unit", unit)
                .param("post", post)
                .query(ImportStore::read)
                .list();
    }

    /** The imports that wait for work, the oldest first; those that another process works on are left out. */
    List<Long> waiting() {
        return leases.params(jdbc.sql(WAITING), LEASE).query(Long.class).list();
    }

    boolean move(long id, State from, State to, @Nullable Reason failure) {
        return bound(MOVE)
                        .param("id", id)
                        .param("from", from.id())
                        .param("to", to.id())
                        .param("over", !to.atWork())
                        .param("now", now())
                        .param(
                                "failure",
                                failure == null ? null : ReasonJson.write(List.of(failure)),
                                java.sql.Types.VARCHAR)
                        .update()
                == 1;
    }

    boolean begin(long id) {
        return bound(BEGIN).param("id", id).param("now", now()).update() == 1;
    }

    boolean undo(long id, String account) {
        return bound(UNDO).param("id", id).param("account", account).update() == 1;
    }

    void columns(long id, SheetColumns columns) {
        bound(COLUMNS)
                .param("id", id)
                .param("columns", ImportJson.columns(columns))
                .update();
    }

    private StatementSpec bound(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return digest.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getLong("id"),
                row.getString("register"),
                row.getInt("method_version"),
                row.getString("start"),
                new Actor.Officer(row.getString("unit"), row.getString("post"), row.getString("account")),
                row.getString("note"),
                instant(row, "created_at").orElseThrow(),
                row.getString("file_name"),
                row.getLong("file_bytes"),
                row.getString("hash"),
                State.of(row.getString("state")),
                new Import.Counts(
                        row.getInt("total"),
                        row.getInt("at_row"),
                        row.getInt("entered"),
                        row.getInt("changed"),
                        row.getInt("same"),
                        row.getInt("faulty"),
                        row.getInt("undone"),
                        row.getInt("last_row")),
                ImportJson.columns(row.getString("columns")),
                ReasonJson.read(row.getString("failure")).stream().findFirst(),
                instant(row, "confirmed_at"),
                instant(row, "finished_at"),
                Optional.ofNullable(row.getString("undone_by")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
