package org.liudan.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.liudan.engine.method.Reason;
import org.liudan.imports.Import.State;
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
 * Works through imports: reads them for a preview, enters them, takes them back. What is done with is kept after every
 * thousand rows together with what came of them, so that any process goes on exactly where another was broken off.
 */
@Component
public class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final ImportStore store;
    private final ImportResults results;
    private final Leases leases;
    private final BulkEntry bulk;
    private final BulkReversal back;
    private final OrderDesk desk;
    private final Rulebook rulebook;
    private final Directories directories;

    Imports(
            ImportStore store,
            ImportResults results,
            Leases leases,
            BulkEntry bulk,
            BulkReversal back,
            OrderDesk desk,
            Rulebook rulebook,
            Directories directories) {
        this.store = store;
        this.results = results;
        this.leases = leases;
        this.bulk = bulk;
        this.back = back;
        this.desk = desk;
        this.rulebook = rulebook;
        this.directories = directories;
    }

    /** Goes on with every import that waits. */
    public void work() {
        store.waiting().forEach(this::work);
    }

    /** Goes on with one import now, unless somebody does already. */
    void work(long id) {
        leases.work(
                ImportStore.LEASE,
                String.valueOf(id),
                lease -> store.find(id).filter(one -> one.state().atWork()).ifPresent(one -> work(one, lease)));
    }

    private void work(Import one, Lease lease) {
        try {
            if (pass(one, lease)) {
                store.move(one.id(), one.state(), one.state().then(), null);
            }
            if (one.state() == State.RUNNING) {
                desk.deliver();
            }
        } catch (UnreadableFile unreadable) {
            end(one, unreadable.reason());
        } catch (TransientDataAccessException | DataAccessResourceFailureException lost) {
            // the database is at fault, not the file: the import goes on later
            throw lost;
        } catch (RuntimeException | IOException broken) {
            LOG.error("Import {} can't be gone on with", one.id(), broken);
            end(one, Reason.of("import.failed"));
        }
    }

    /** Answers false when it was stopped. */
    private boolean pass(Import one, Lease lease) throws IOException {
        if (one.state() == State.UNDOING) {
            return new UndoPass(one, chunk -> results.write(one, lease, chunk), back).run();
        }
        var register = rulebook.current(directories.district(), one.register());
        var entered = new ImportedRow(
                register, Objects.requireNonNull(register.actions().get(one.start())));
        var file = store.file(one.id());
        try {
            return new ImportPass(
                            one, entered, store, chunk -> results.write(one, lease, chunk), bulk, directories.current())
                    .run(file);
        } finally {
            Files.delete(file);
        }
    }

    private void end(Import one, Reason why) {
        store.move(one.id(), one.state(), one.state() == State.CHECKING ? State.UNREADABLE : State.STOPPED, why);
    }
}
