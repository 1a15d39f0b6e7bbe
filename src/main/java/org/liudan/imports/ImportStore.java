package org.liudan.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.liudan.imports.Import.ImportState;
import org.liudan.imports.Import.ImportTarget;
import org.liudan.imports.Import.ImportTimes;
import org.liudan.imports.Import.SourceFile;
import org.liudan.jobs.Backoff;
import org.liudan.jobs.LeaseKind;
import org.liudan.jobs.Leases;
import org.liudan.organisation.Directories;
import org.liudan.web.ReasonJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores imports in the database, so that any process can continue them. */
@Component
class ImportStore {

    private static final String CREATE = """
            insert into import (district_id, register, method_version, start, unit, post, account, note, created_at,
                file_name, file_hash, file_bytes, state)
            values (:district, :register, :version, :start, :unit, :post, :account, :note, :now,
                :name, :hash, :bytes, 'checking')
            returning id
            """;
    private static final String SELECT = "select i.*, encode(i.file_hash, 'hex') as hash from import i ";
    private static final String WAITING = """
            select id
            from import
            where district_id = :district and state in ('checking', 'running', 'undoing') and %s
            order by id
            """.formatted(Leases.free("import.id::text"));
    private static final String CHANGE_STATE = """
            update import
            set state = :to, finished_at = case when :over then :now else finished_at end,
                failure = coalesce(:failure, failure)
            where district_id = :district and id = :id and state = :from
            """;
    private static final String CONFIRM = """
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

    /** One process works on an import at a time. */
    static final LeaseKind LEASE =
            new LeaseKind("import", Duration.ofMinutes(2), new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10)));

    private final JdbcClient jdbc;
    private final Leases leases;
    private final Directories directories;
    private final ImportFileStore files;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Leases leases, Directories directories, ImportFileStore files, Clock clock) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.directories = directories;
        this.files = files;
        this.clock = clock;
    }

    /** Stores an import with its whole file, in state CHECKING. Returns the import's id. */
    @Transactional
    public long create(ImportForm form, Actor.Officer by, String note, String name, Path file) throws IOException {
        long id = statement(CREATE)
                .param("register", form.register().id())
                .param("version", form.register().version())
                .param("start", form.start().id())
                .param("unit", by.unit())
                .param("post", by.post())
                .param("account", by.person())
                .param("note", note)
                .param("now", now())
                .param("name", name)
                .param("hash", ImportFileStore.hash(file))
                .param("bytes", Files.size(file))
                .query(Long.class)
                .single();
        files.store(id, file);
        return id;
    }

    Optional<Import> find(long id) {
        return statement(SELECT + "where i.district_id = :district and i.id = :id")
                .param("id", id)
                .query(ImportStore::read)
                .optional();
    }

    /** The last 50 imports of a register by a post, newest first; of all posts if the unit is empty. */
    List<Import> list(String register, String unit, String post) {
        return statement(SELECT + "where i.district_id = :district and i.register = :register"
                        + " and (:unit = '' or i.unit = :unit and i.post = :post) order by i.id desc limit 50")
                .param("register", register)
                .param("unit", unit)
                .param("post", post)
                .query(ImportStore::read)
                .list();
    }

    /** The ids of the imports in progress that no process works on, oldest first. */
    List<Long> waiting() {
        return leases.params(jdbc.sql(WAITING), LEASE).query(Long.class).list();
    }

    /** Returns false if the import is not in the first state. */
    boolean changeState(long id, ImportState from, ImportState to, @Nullable Reason failure) {
        return statement(CHANGE_STATE)
                        .param("id", id)
                        .param("from", from.id())
                        .param("to", to.id())
                        .param("over", !to.isInProgress())
                        .param("now", now())
                        .param(
                                "failure",
                                failure == null ? null : ReasonJson.write(List.of(failure)),
                                java.sql.Types.VARCHAR)
                        .update()
                == 1;
    }

    /** Starts the entry of rows; returns false if the import is not in state CHECKED. */
    boolean confirm(long id) {
        return statement(CONFIRM).param("id", id).param("now", now()).update() == 1;
    }

    /** Starts the undo; returns false if the import is neither DONE nor STOPPED. */
    boolean startUndo(long id, String account) {
        return statement(UNDO).param("id", id).param("account", account).update() == 1;
    }

    void saveColumns(long id, SheetColumns columns) {
        statement(COLUMNS)
                .param("id", id)
                .param("columns", ImportJson.columns(columns))
                .update();
    }

    private StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getLong("id"),
                new ImportTarget(row.getString("register"), row.getInt("method_version"), row.getString("start")),
                new Actor.Officer(row.getString("unit"), row.getString("post"), row.getString("account")),
                row.getString("note"),
                new SourceFile(row.getString("file_name"), row.getLong("file_bytes"), row.getString("hash")),
                ImportState.of(row.getString("state")),
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
                new ImportTimes(
                        instant(row, "created_at").orElseThrow(),
                        instant(row, "confirmed_at"),
                        instant(row, "finished_at")),
                Optional.ofNullable(row.getString("undone_by")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
