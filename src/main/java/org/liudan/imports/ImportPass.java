package org.liudan.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Reason;
import org.liudan.imports.Import.ImportState;
import org.liudan.orders.bulk.BulkEntry;
import org.liudan.orders.bulk.BulkRow;
import org.liudan.orders.bulk.BulkRow.Decided;
import org.liudan.organisation.Directory;

/** Processes the rows of a file in chunks: as a preview that changes nothing, or to enter them. */
final class ImportPass {

    private static final int CHUNK_ROWS = 1_000;

    private final Import fileImport;
    private final ImportForm form;
    private final ImportStore store;
    private final Predicate<ImportResults.Chunk> chunkWriter;
    private final BulkEntry bulk;
    private final Directory directory;
    private final Map<String, Integer> keys = new HashMap<>();

    ImportPass(
            Import fileImport,
            ImportForm form,
            ImportStore store,
            Predicate<ImportResults.Chunk> chunkWriter,
            BulkEntry bulk,
            Directory directory) {
        this.fileImport = fileImport;
        this.form = form;
        this.store = store;
        this.chunkWriter = chunkWriter;
        this.bulk = bulk;
        this.directory = directory;
    }

    /** Returns false if the import was stopped. */
    boolean run(Path file) throws IOException {
        try (var rows = SheetRows.of(file);
                var writer = new PipelinedWriter(fileImport.id(), chunkWriter)) {
            var reader = new RowReader(form, columns(rows), directory);
            int from = fileImport.counts().processedTo();
            var read = new ArrayList<SheetRows.SheetRow>(CHUNK_ROWS);
            while (rows.hasNext()) {
                var row = rows.next();
                if (row.isEmpty()) {
                    continue;
                }
                if (row.number() <= fileImport.counts().processedTo()) {
                    firstRowWithSameKey(row.number(), reader.read(row));
                    continue;
                }
                read.add(row);
                if (read.size() == CHUNK_ROWS) {
                    if (!writer.submit(chunk(from, read, reader))) {
                        return false;
                    }
                    from = row.number();
                    read = new ArrayList<>(CHUNK_ROWS);
                }
            }
            return (read.isEmpty() || writer.submit(chunk(from, read, reader))) && writer.await();
        }
    }

    private SheetColumns columns(SheetRows rows) {
        while (rows.hasNext()) {
            var header = rows.next();
            if (!header.isEmpty()) {
                var columns = form.columns(header);
                if (fileImport.state() == ImportState.CHECKING) {
                    store.saveColumns(fileImport.id(), columns);
                }
                columns.duplicateField().ifPresent(field -> {
                    throw new UnreadableFile(
                            "import.column-twice", form.register().field(field).name());
                });
                if (!columns.missing().isEmpty()) {
                    throw new UnreadableFile(
                            "import.columns-missing",
                            new LocalizedText(
                                    names(columns.missing(), "、", LocalizedText::zh),
                                    names(columns.missing(), ", ", LocalizedText::en)));
                }
                return columns;
            }
        }
        throw new UnreadableFile("import.empty");
    }

    private String names(List<String> fields, String separator, Function<LocalizedText, String> language) {
        return fields.stream()
                .map(field -> language.apply(form.register().field(field).name()))
                .collect(Collectors.joining(separator));
    }

    private PipelinedWriter.ChunkDecision chunk(int from, List<SheetRows.SheetRow> read, RowReader reader) {
        var accepted = new ArrayList<BulkRow>();
        var refused = new HashMap<Integer, BulkRow.Refused>();
        for (var row : read) {
            var parsed = reader.read(row);
            var bulkRow = new BulkRow(row.number(), fileImport.requestId(row.number()), parsed.answers());
            var reasons = new ArrayList<>(parsed.reasons());
            int first = firstRowWithSameKey(row.number(), parsed);
            if (first != row.number()) {
                reasons.add(Reason.of("import.twice", form.key().name(), first).at(form.key()));
            }
            if (reasons.isEmpty()) {
                accepted.add(bulkRow);
            } else {
                refused.put(row.number(), new BulkRow.Refused(bulkRow, reasons));
            }
        }
        return () -> {
            var decided = new HashMap<Integer, Decided>(refused);
            decide(accepted).forEach(decision -> decided.put(decision.row().number(), decision));
            return new ImportResults.Chunk(
                    from,
                    read.get(read.size() - 1).number(),
                    read,
                    read.stream().map(row -> decided.get(row.number())).toList());
        };
    }

    private List<Decided> decide(List<BulkRow> rows) {
        return fileImport.state() == ImportState.CHECKING
                ? bulk.rehearse(form.register(), form.start(), fileImport.by(), fileImport.note(), rows)
                : bulk.decide(form.register(), form.start(), fileImport.by(), fileImport.note(), rows);
    }

    /** Returns the number of the first row with the same key; the row's own number if it is the first. */
    private int firstRowWithSameKey(int number, RowReader.ParsedRow parsed) {
        var key = bulk.key(form.register(), new BulkRow(number, "", parsed.answers()));
        if (key.isEmpty()) {
            return number;
        }
        var previous = keys.putIfAbsent(key, number);
        return previous == null ? number : previous;
    }
}
