package org.liudan.imports;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.orders.bulk.BulkRow;

/**
 * A file of rows for a register, and how far it has come.
 *
 * @param note what a change by it gives as its reason
 * @param counts of the pass that it is in, or of the last
 * @param failure why it can't be read
 * @param undoneBy who takes it back
 */
record Import(
        long id,
        String register,
        int version,
        String start,
        Actor.Officer by,
        String note,
        Instant createdAt,
        String fileName,
        long bytes,
        String hash,
        State state,
        Counts counts,
        SheetColumns columns,
        Optional<Reason> failure,
        Optional<Instant> confirmedAt,
        Optional<Instant> finishedAt,
        Optional<String> undoneBy) {

    /** How far it has come. */
    enum State {
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

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        boolean atWork() {
            return this == CHECKING || this == RUNNING || this == UNDOING;
        }

        /** The state once its pass is through. */
        State then() {
            return switch (this) {
                case CHECKING -> CHECKED;
                case RUNNING -> DONE;
                case UNDOING -> UNDONE;
                case CHECKED, UNREADABLE, STOPPED, DONE, UNDONE ->
                    throw new IllegalStateException("Nothing is under way");
            };
        }
    }

    /**
     * What came of its rows so far.
     *
     * @param total how many there are, as far as they have been counted
     * @param at the last row that is done with, as the spreadsheet numbers them
     * @param lastRow the last row that was entered, where it is being taken back
     */
    record Counts(int total, int at, int entered, int changed, int same, int faulty, int undone, int lastRow) {

        int seen() {
            return entered + changed + same + faulty;
        }
    }

    /** Names the request of a row, so that it is done once however often the import is taken up again. */
    String request(int row) {
        return BulkRow.NAMED + id + ":" + row;
    }

    String undoing(int row) {
        return BulkRow.NAMED + id + ":" + row + ":undone";
    }

    /** Whoever takes it back acts in the post in which it was made. */
    Actor.Officer undoer() {
        return new Actor.Officer(by.unit(), by.post(), undoneBy.orElse(by.person()));
    }
}
