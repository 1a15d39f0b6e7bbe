package org.liudan.imports;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Writes one chunk of rows while the next one is read and decided. */
final class PipelinedWriter implements AutoCloseable {

    private static final int MAX_ATTEMPTS = 5;

    /** Decides on the rows of a chunk against the current state of the register. */
    interface ChunkDecision {
        ImportResults.Chunk decide();
    }

    private final Predicate<ImportResults.Chunk> chunkWriter;
    private final ExecutorService writer;
    private CompletableFuture<Boolean> lastWrite = CompletableFuture.completedFuture(true);

    /** @param chunkWriter stores a chunk; returns false if the import was stopped or another process works on it */
    PipelinedWriter(long id, Predicate<ImportResults.Chunk> chunkWriter) {
        this.chunkWriter = chunkWriter;
        this.writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "import-" + id));
    }

    /** Decides the chunk, waits for the previous write, then starts this one. Returns false if the import was stopped. */
    boolean submit(ChunkDecision decision) {
        var chunk = decision.decide();
        if (!await()) {
            return false;
        }
        lastWrite = CompletableFuture.supplyAsync(() -> write(chunk, decision), writer);
        return true;
    }

    /** Waits for the last write. Returns false if the import was stopped. */
    boolean await() {
        try {
            return lastWrite.join();
        } catch (CompletionException broken) {
            if (broken.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw broken;
        }
    }

    /** Decides and writes the chunk again if somebody else changed or entered one of its subjects in the meantime. */
    private boolean write(ImportResults.Chunk chunk, ChunkDecision decision) {
        var next = chunk;
        for (int attempt = 1; ; attempt++) {
            try {
                return chunkWriter.test(next);
            } catch (ConcurrencyFailureException | DuplicateKeyException overtaken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw overtaken;
                }
                next = decision.decide();
            }
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        lastWrite.exceptionally(broken -> false).join();
    }
}
