package org.liudan.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.liudan.orders.bulk.BulkReversal;
import org.liudan.orders.bulk.BulkRow;

/** Takes back what an import has entered and changed, row after row. */
final class UndoPass {

    private static final int LOT = 1_000;

    private final Import one;
    private final Predicate<ImportResults.Lot> storage;
    private final BulkReversal back;

    UndoPass(Import one, Predicate<ImportResults.Lot> storage, BulkReversal back) {
        this.one = one;
        this.storage = storage;
        this.back = back;
    }

    /** Answers false when somebody else has gone on with it. */
    boolean run() {
        try (var writing = new PipelinedWriter(one.id(), storage)) {
            for (int from = one.counts().at(); from < one.counts().lastRow(); from += LOT) {
                if (!writing.takes(lot(from, Math.min(from + LOT, one.counts().lastRow())))) {
                    return false;
                }
            }
            return writing.done();
        }
    }

    private PipelinedWriter.Deciding lot(int from, int to) {
        var done = new LinkedHashMap<String, BulkRow>();
        for (int row = from + 1; row <= to; row++) {
            done.put(one.request(row), new BulkRow(row, one.undoing(row), Map.of()));
        }
        return () -> new ImportResults.Lot(from, to, List.of(), back.decide(one.undoer(), done));
    }
}
