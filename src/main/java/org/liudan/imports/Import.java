package org.liudan.imports;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.orders.bulk.BulkRow;

/**
 * A file of rows that is imported into a register, with its progress.
 *
 * @param note the reason recorded with every change that the import makes
 * @param counts the counts of the current pass, or of the last one
 * @param failure why the file can't be read, or why the import failed
 * @param undoneBy the account that undoes the import
 */
record Import(
        long id,
        ImportTarget target,
        Actor.Officer by,
        String note,
        SourceFile file,
        ImportState state,
        Counts counts,
        SheetColumns columns,
        Optional<Reason> failure,
        ImportTimes times,
        Optional<String> undoneBy) {

    /** The register, its version at the upload, and the start action that enters the rows. */
    record ImportTarget(String register, int version, String start) {}

    /** The uploaded file; its hash is SHA-256 in hexadecimal. */
    record SourceFile(String name, long bytes, String hash) {}

    /** When the import was uploaded, confirmed and finished. */
    record ImportTimes(Instant createdAt, Optional<Instant> confirmedAt, Optional<Instant> finishedAt) {}

    /** The state of an import. */
    enum ImportState {
        CHECKING,
        CHECKED,
        UNREADABLE,
        RUNNING,
        STOPPED,
        DONE,
        UNDOING,
        UNDONE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static ImportState of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        boolean isInProgress() {
            return this == CHECKING || this == RUNNING || this == UNDOING;
        }

        /** Returns the state after the current pass is complete. */
        ImportState next() {
            return switch (this) {
                case CHECKING -> CHECKED;
                case RUNNING -> DONE;
                case UNDOING -> UNDONE;
                case CHECKED, UNREADABLE, STOPPED, DONE, UNDONE ->
                    throw new IllegalStateException("No pass is running in state " + id());
            };
        }
    }

    /**
     * The number of rows by result.
     *
     * @param total the number of rows counted so far
     * @param processedTo the number of the last processed row, as the spreadsheet shows it
     * @param lastRow the number of the last entered row; used only by an undo
     */
    record Counts(
            int total, int processedTo, int entered, int changed, int unchanged, int faulty, int undone, int lastRow) {

        int processed() {
            return entered + changed + unchanged + faulty;
        }
    }

    /** The idempotency key of a row: the row is entered once, however often the import is resumed. */
    String requestId(int row) {
        return BulkRow.NAMED + id + ":" + row;
    }

    /** The idempotency key for undoing a row. */
    String undoRequestId(int row) {
        return BulkRow.NAMED + id + ":" + row + ":undone";
    }

    /** The actor of an undo: the person who undoes it, in the post that made the import. */
    Actor.Officer undoActor() {
        return new Actor.Officer(by.unit(), by.post(), undoneBy.orElse(by.person()));
    }
}
