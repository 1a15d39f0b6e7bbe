package org.liudan.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.liudan.engine.method.Reason;
import org.liudan.imports.Import.State;
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

/** Writes what came of some rows together with how far the import has come, all or nothing. */
@Component
class ImportResults {

    private static final String ADVANCE = """
            update import
            set at_row = :at, entered = entered + :entered, changed = changed + :changed,
                same = same + :same, faulty = faulty + :faulty, undone = undone + :undone,
                total = case when state = 'checking' then total + :seen else total end
            where district_id = :district and id = :id and state = :state and at_row = :from
            """;
    private static final String ADD = """
            insert into import_row (district_id, import_id, pass, number, cells, reasons)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String ROWS = """
            select number, cells, reasons
            from import_row
            where district_id = :district and import_id = :id and pass = :pass and number > :after
            order by number
            limit :most
            """;
    private static final int FETCHED = 1_000;

    /** A row that was refused, or stays although its import is taken back. */
    record Kept(int number, List<String> cells, List<Reason> reasons) {}

    /**
     * Some rows of a pass.
     *
     * @param from the row that was done with before the first of them
     * @param to the last of them
     * @param rows as they were read, for those that are refused
     */
    record Lot(int from, int to, List<SheetRows.Row> rows, List<Decided> decided) {}

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

    /** Returns false, with nothing written, when the import was stopped or another process works on it. */
    @Transactional
    public boolean write(Import one, Lease lease, Lot lot) {
        if (!leases.renew(lease)) {
            return false;
        }
        var counts = Counted.of(lot.decided());
        int moved = jdbc.sql(ADVANCE)
                .param("district", directories.district())
                .param("id", one.id())
                .param("state", one.state().id())
                .param("from", lot.from())
                .param("at", lot.to())
                .param("entered", one.state() == State.UNDOING ? 0 : counts.entered())
                .param("changed", one.state() == State.UNDOING ? 0 : counts.changed())
                .param("same", counts.same())
                .param("faulty", one.state() == State.UNDOING ? 0 : counts.refused())
                .param("undone", one.state() == State.UNDOING ? counts.entered() + counts.changed() : 0)
                .param("seen", lot.decided().size())
                .update();
        if (moved == 0) {
            return false;
        }
        keep(one, lot);
        if (one.state() != State.CHECKING) {
            bulk.write(lot.decided());
        }
        return true;
    }

    private record Counted(int entered, int changed, int same, int refused) {

        static Counted of(List<Decided> decided) {
            int entered = 0;
            int changed = 0;
            int same = 0;
            for (var one : decided) {
                if (one instanceof BulkRow.Moves moves) {
                    entered += moves.enters() ? 1 : 0;
                    changed += moves.enters() ? 0 : 1;
                } else if (one instanceof BulkRow.Same) {
                    same++;
                }
            }
            return new Counted(entered, changed, same, decided.size() - entered - changed - same);
        }
    }

    private void keep(Import one, Lot lot) {
        var kept = new ArrayList<Object[]>();
        for (int i = 0; i < lot.decided().size(); i++) {
            if (lot.decided().get(i) instanceof BulkRow.Refused refused) {
                kept.add(new Object[] {
                    directories.district(),
                    one.id(),
                    one.state().id(),
                    refused.row().number(),
                    lot.rows().isEmpty()
                            ? ""
                            : seals.seal(ImportJson.cells(lot.rows().get(i).cells())),
                    ReasonJson.write(refused.reasons())
                });
            }
        }
        if (!kept.isEmpty()) {
            batches.batchUpdate(ADD, kept);
        }
    }

    /** The first rows that were refused in a pass. */
    List<Kept> rows(long id, State pass, int most) {
        return rows(id, pass, 0, most);
    }

    /** All of them, whatever their number. */
    void each(long id, State pass, Consumer<Kept> each) {
        int after = 0;
        for (var rows = rows(id, pass, after, FETCHED); !rows.isEmpty(); rows = rows(id, pass, after, FETCHED)) {
            rows.forEach(each);
            after = rows.get(rows.size() - 1).number();
        }
    }

    private List<Kept> rows(long id, State pass, int after, int most) {
        return jdbc.sql(ROWS)
                .param("district", directories.district())
                .param("id", id)
                .param("pass", pass.id())
                .param("after", after)
                .param("most", most)
                .query((row, number) -> new Kept(
                        row.getInt("number"),
                        row.getString("cells").isEmpty()
                                ? List.of()
                                : ImportJson.cells(seals.open(row.getString("cells"))),
                        ReasonJson.read(row.getString("reasons"))))
                .list();
    }
}
