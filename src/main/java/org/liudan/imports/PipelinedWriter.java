package org.liudan.imports;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Writes one lot of rows while the next is read and decided. */
final class PipelinedWriter implements AutoCloseable {

    private static final int TRIES = 5;

    /** Decides on a lot by how the register stands now. */
    interface Deciding {
        ImportResults.Lot decide();
    }

    private final Predicate<ImportResults.Lot> storage;
    private final ExecutorService writer;
    private CompletableFuture<Boolean> last = CompletableFuture.completedFuture(true);

    /** @param storage stores a lot; false when the import was stopped or another process works on it */
    PipelinedWriter(long id, Predicate<ImportResults.Lot> storage) {
        this.storage = storage;
        this.writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "import-" + id));
    }

    /** Takes the next lot once the one before is written. Answers false when the import was stopped. */
    boolean takes(Deciding deciding) {
        var lot = deciding.decide();
        if (!done()) {
            return false;
        }
        last = CompletableFuture.supplyAsync(() -> write(lot, deciding), writer);
        return true;
    }

    /** Waits until everything is written. Answers false when the import was stopped. */
    boolean done() {
        try {
            return last.join();
        } catch (CompletionException broken) {
            if (broken.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw broken;
        }
    }

    /** What has moved on or was entered by somebody else in between is decided again. */
    private boolean write(ImportResults.Lot lot, Deciding deciding) {
        var next = lot;
        for (int tries = 1; ; tries++) {
            try {
                return storage.test(next);
            } catch (ConcurrencyFailureException | DuplicateKeyException overtaken) {
                if (tries == TRIES) {
                    throw overtaken;
                }
                next = deciding.decide();
            }
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        last.exceptionally(broken -> false).join();
    }
}
