package org.liudan.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.liudan.orders.bulk.BulkReversal;
import org.liudan.orders.bulk.BulkRow;

/** Undoes what an import has entered and changed, row by row. */
final class UndoPass {

    private static final int CHUNK_ROWS = 1_000;

    private final Import fileImport;
    private final Predicate<ImportResults.Chunk> chunkWriter;
    private final BulkReversal reversal;

    UndoPass(Import fileImport, Predicate<ImportResults.Chunk> chunkWriter, BulkReversal reversal) {
        this.fileImport = fileImport;
        this.chunkWriter = chunkWriter;
        this.reversal = reversal;
    }

    /** Returns false if another process has continued it. */
    boolean run() {
        try (var writer = new PipelinedWriter(fileImport.id(), chunkWriter)) {
            for (int from = fileImport.counts().processedTo();
                    from < fileImport.counts().lastRow();
                    from += CHUNK_ROWS) {
                if (!writer.submit(chunk(
                        from, Math.min(from + CHUNK_ROWS, fileImport.counts().lastRow())))) {
                    return false;
                }
            }
            return writer.await();
        }
    }

    private PipelinedWriter.ChunkDecision chunk(int from, int to) {
        var rowsByRequest = new LinkedHashMap<String, BulkRow>();
        for (int row = from + 1; row <= to; row++) {
            rowsByRequest.put(fileImport.requestId(row), new BulkRow(row, fileImport.undoRequestId(row), Map.of()));
        }
        return () ->
                new ImportResults.Chunk(from, to, List.of(), reversal.decide(fileImport.undoActor(), rowsByRequest));
    }
}
