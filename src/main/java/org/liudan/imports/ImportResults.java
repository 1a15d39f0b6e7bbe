package org.liudan.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.liudan.engine.method.Reason;
import org.liudan.imports.Import.ImportState;
import org.liudan.jobs.Lease;
import org.liudan.jobs.Leases;
import org.liudan.orders.bulk.BulkEntry;
import org.liudan.orders.bulk.BulkRow;
import org.liudan.orders.bulk.BulkRow.Decided;
import org.liudan.organisation.Directories;
import org.liudan.privacy.Seals;
import org.liudan.web.ReasonJson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the results of a chunk of rows and the progress of the import in one transaction. */
@Component
class ImportResults {

    private static final String ADVANCE = """
            update import
            set at_row = :at, entered = entered + :entered, changed = changed + :changed,
                same = same + :same, faulty = faulty + :faulty, undone = undone + :undone,
                total = case when state = 'checking' then total + :seen else total end
            where district_id = :district and id = :id and state = :state and at_row = :from
            """;
    private static final String INSERT_REJECTED = """
            insert into import_row (district_id, import_id, pass, number, cells, reasons)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT_ROWS = """
            select number, cells, reasons
            from import_row
            where district_id = :district and import_id = :id and pass = :pass and number > :after
            order by number
            limit :most
            """;
    private static final int PAGE_ROWS = 1_000;

    /** A row that was rejected, or that could not be undone; the reasons say why. */
    record RejectedRow(int number, List<String> cells, List<Reason> reasons) {}

    /**
     * A chunk of rows of a pass.
     *
     * @param from the last row that was processed before this chunk
     * @param to the last row of this chunk
     * @param rows the rows as read, to store the cells of rejected ones; empty for an undo
     */
    record Chunk(int from, int to, List<SheetRows.SheetRow> rows, List<Decided> decided) {}

    private final BulkEntry bulk;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Directories directories;
    private final Seals seals;
    private final Leases leases;

    ImportResults(
            BulkEntry bulk,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Directories directories,
            Seals seals,
            Leases leases) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.batches = batches;
        this.directories = directories;
        this.seals = seals;
        this.leases = leases;
    }

    /** Returns false and writes nothing if the import was stopped or another process works on it. */
    @Transactional
    public boolean write(Import fileImport, Lease lease, Chunk chunk) {
        if (!leases.renew(lease)) {
            return false;
        }
        var counts = ChunkCounts.of(chunk.decided());
        int updated = jdbc.sql(ADVANCE)
                .param("district", directories.district())
                .param("id", fileImport.id())
                .param("state", fileImport.state().id())
                .param("from", chunk.from())
                .param("at", chunk.to())
                .param("entered", fileImport.state() == ImportState.UNDOING ? 0 : counts.entered())
                .param("changed", fileImport.state() == ImportState.UNDOING ? 0 : counts.changed())
                .param("same", counts.unchanged())
                .param("faulty", fileImport.state() == ImportState.UNDOING ? 0 : counts.refused())
                .param("undone", fileImport.state() == ImportState.UNDOING ? counts.entered() + counts.changed() : 0)
                .param("seen", chunk.decided().size())
                .update();
        if (updated == 0) {
            return false;
        }
        insertRejected(fileImport, chunk);
        if (fileImport.state() != ImportState.CHECKING) {
            bulk.write(chunk.decided());
        }
        return true;
    }

    private record ChunkCounts(int entered, int changed, int unchanged, int refused) {

        static ChunkCounts of(List<Decided> decided) {
            int entered = 0;
            int changed = 0;
            int unchanged = 0;
            for (var decision : decided) {
                if (decision instanceof BulkRow.Moves moves) {
                    entered += moves.enters() ? 1 : 0;
                    changed += moves.enters() ? 0 : 1;
                } else if (decision instanceof BulkRow.Same) {
                    unchanged++;
                }
            }
            return new ChunkCounts(entered, changed, unchanged, decided.size() - entered - changed - unchanged);
        }
    }

    private void insertRejected(Import fileImport, Chunk chunk) {
        var rejected = new ArrayList<Object[]>();
        for (int i = 0; i < chunk.decided().size(); i++) {
            if (chunk.decided().get(i) instanceof BulkRow.Refused refused) {
                rejected.add(new Object[] {
                    directories.district(),
                    fileImport.id(),
                    fileImport.state().id(),
                    refused.row().number(),
                    chunk.rows().isEmpty()
                            ? ""
                            : seals.seal(ImportJson.cells(chunk.rows().get(i).cells())),
                    ReasonJson.write(refused.reasons())
                });
            }
        }
        if (!rejected.isEmpty()) {
            batches.batchUpdate(INSERT_REJECTED, rejected);
        }
    }

    /** The first rows that were rejected in a pass, in file order. */
    List<RejectedRow> rows(long id, ImportState pass, int limit) {
        return rows(id, pass, 0, limit);
    }

    /** Passes every rejected row of a pass to the consumer, page by page. */
    void forEachRow(long id, ImportState pass, Consumer<RejectedRow> consumer) {
        int after = 0;
        for (var rows = rows(id, pass, after, PAGE_ROWS); !rows.isEmpty(); rows = rows(id, pass, after, PAGE_ROWS)) {
            rows.forEach(consumer);
            after = rows.get(rows.size() - 1).number();
        }
    }

    private List<RejectedRow> rows(long id, ImportState pass, int after, int limit) {
        return jdbc.sql(SELECT_ROWS)
                .param("district", directories.district())
                .param("id", id)
                .param("pass", pass.id())
                .param("after", after)
                .param("most", limit)
                .query((row, number) -> new RejectedRow(
                        row.getInt("number"),
                        row.getString("cells").isEmpty()
                                ? List.of()
                                : ImportJson.cells(seals.open(row.getString("cells"))),
                        ReasonJson.read(row.getString("reasons"))))
                .list();
    }
}
