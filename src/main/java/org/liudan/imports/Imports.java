package org.liudan.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.liudan.engine.method.Reason;
import org.liudan.imports.Import.ImportState;
import org.liudan.jobs.Lease;
import org.liudan.jobs.Leases;
import org.liudan.orders.bulk.BulkEntry;
import org.liudan.orders.bulk.BulkReversal;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Runs imports: preview, entry and undo. After every thousand rows the results and the position are stored in one
 * transaction, so that any process resumes exactly where another one was interrupted.
 */
@Component
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final ImportStore store;
    private final ImportFileStore files;
    private final ImportResults results;
    private final Leases leases;
    private final BulkEntry bulk;
    private final BulkReversal reversal;
    private final OrderDesk desk;
    private final Rulebook rulebook;
    private final Directories directories;

    Imports(
            ImportStore store,
            ImportFileStore files,
            ImportResults results,
            Leases leases,
            BulkEntry bulk,
            BulkReversal reversal,
            OrderDesk desk,
            Rulebook rulebook,
            Directories directories) {
        this.store = store;
        this.files = files;
        this.results = results;
        this.leases = leases;
        this.bulk = bulk;
        this.reversal = reversal;
        this.desk = desk;
        this.rulebook = rulebook;
        this.directories = directories;
    }

    /** Continues every waiting import. */
    public void work() {
        store.waiting().forEach(this::work);
    }

    /** Continues one import now, unless another process already works on it. */
    void work(long id) {
        leases.work(
                ImportStore.LEASE,
                String.valueOf(id),
                lease -> store.find(id)
                        .filter(fileImport -> fileImport.state().isInProgress())
                        .ifPresent(fileImport -> work(fileImport, lease)));
    }

    private void work(Import fileImport, Lease lease) {
        try {
            if (runPass(fileImport, lease)) {
                store.changeState(
                        fileImport.id(), fileImport.state(), fileImport.state().next(), null);
            }
            if (fileImport.state() == ImportState.RUNNING) {
                desk.deliver();
            }
        } catch (UnreadableFile unreadable) {
            fail(fileImport, unreadable.reason());
        } catch (TransientDataAccessException | DataAccessResourceFailureException lost) {
            // the database failed, not the file: the import is retried later
            throw lost;
        } catch (RuntimeException | IOException broken) {
            LOG.error("Import {} can't be continued", fileImport.id(), broken);
            fail(fileImport, Reason.of("import.failed"));
        }
    }

    /** Returns false if the import was stopped. */
    private boolean runPass(Import fileImport, Lease lease) throws IOException {
        if (fileImport.state() == ImportState.UNDOING) {
            return new UndoPass(fileImport, chunk -> results.write(fileImport, lease, chunk), reversal).run();
        }
        var register =
                rulebook.current(directories.district(), fileImport.target().register());
        var form = new ImportForm(
                register,
                Objects.requireNonNull(
                        register.actions().get(fileImport.target().start())));
        var file = files.read(fileImport.id());
        try {
            return new ImportPass(
                            fileImport,
                            form,
                            store,
                            chunk -> results.write(fileImport, lease, chunk),
                            bulk,
                            directories.current())
                    .run(file);
        } finally {
            Files.delete(file);
        }
    }

    private void fail(Import fileImport, Reason reason) {
        store.changeState(
                fileImport.id(),
                fileImport.state(),
                fileImport.state() == ImportState.CHECKING ? ImportState.UNREADABLE : ImportState.STOPPED,
                reason);
    }
}
