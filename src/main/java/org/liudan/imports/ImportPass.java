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
import org.liudan.imports.Import.State;
import org.liudan.orders.bulk.BulkEntry;
import org.liudan.orders.bulk.BulkRow;
import org.liudan.orders.bulk.BulkRow.Decided;
import org.liudan.organisation.Directory;

/** Goes through the rows of a file, to see what would come of them or to enter them. */
final class ImportPass {

    private static final int LOT = 1_000;

    private final Import one;
    private final ImportedRow entered;
    private final ImportStore store;
    private final Predicate<ImportResults.Lot> storage;
    private final BulkEntry bulk;
    private final Directory directory;
    private final Map<String, Integer> keys = new HashMap<>();

    ImportPass(
            Import one,
            ImportedRow entered,
            ImportStore store,
            Predicate<ImportResults.Lot> storage,
            BulkEntry bulk,
            Directory directory) {
        this.one = one;
        this.entered = entered;
        this.store = store;
        this.storage = storage;
        this.bulk = bulk;
        this.directory = directory;
    }

    /** Answers false when it was stopped. */
    boolean run(Path file) throws IOException {
        try (var rows = SheetRows.of(file);
                var writing = new PipelinedWriter(one.id(), storage)) {
            var reader = new RowReader(entered, columns(rows), directory);
            int from = one.counts().at();
            var read = new ArrayList<SheetRows.Row>(LOT);
            while (rows.hasNext()) {
                var row = rows.next();
                if (row.empty()) {
                    continue;
                }
                if (row.number() <= one.counts().at()) {
                    first(row.number(), reader.read(row));
                    continue;
                }
                read.add(row);
                if (read.size() == LOT) {
                    if (!writing.takes(lot(from, read, reader))) {
                        return false;
                    }
                    from = row.number();
                    read = new ArrayList<>(LOT);
                }
            }
            return (read.isEmpty() || writing.takes(lot(from, read, reader))) && writing.done();
        }
    }

    private SheetColumns columns(SheetRows rows) {
        while (rows.hasNext()) {
            var head = rows.next();
            if (!head.empty()) {
                var columns = entered.columns(head);
                if (one.state() == State.CHECKING) {
                    store.columns(one.id(), columns);
                }
                columns.twice().ifPresent(field -> {
                    throw new UnreadableFile(
                            "import.column-twice",
                            entered.register().field(field).name());
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

    private String names(List<String> fields, String between, Function<LocalizedText, String> in) {
        return fields.stream()
                .map(field -> in.apply(entered.register().field(field).name()))
                .collect(Collectors.joining(between));
    }

    private PipelinedWriter.Deciding lot(int from, List<SheetRows.Row> read, RowReader reader) {
        var good = new ArrayList<BulkRow>();
        var refused = new HashMap<Integer, BulkRow.Refused>();
        for (var row : read) {
            var said = reader.read(row);
            var bulkRow = new BulkRow(row.number(), one.request(row.number()), said.answers());
            var reasons = new ArrayList<>(said.reasons());
            int first = first(row.number(), said);
            if (first != row.number()) {
                reasons.add(
                        Reason.of("import.twice", entered.key().name(), first).at(entered.key()));
            }
            if (reasons.isEmpty()) {
                good.add(bulkRow);
            } else {
                refused.put(row.number(), new BulkRow.Refused(bulkRow, reasons));
            }
        }
        return () -> {
            var decided = new HashMap<Integer, Decided>(refused);
            decide(good).forEach(each -> decided.put(each.row().number(), each));
            return new ImportResults.Lot(
                    from,
                    read.get(read.size() - 1).number(),
                    read,
                    read.stream().map(row -> decided.get(row.number())).toList());
        };
    }

    private List<Decided> decide(List<BulkRow> rows) {
        return one.state() == State.CHECKING
                ? bulk.rehearse(entered.register(), entered.start(), one.by(), one.note(), rows)
                : bulk.decide(entered.register(), entered.start(), one.by(), one.note(), rows);
    }

    /** The row in which the key of this one stands first. */
    private int first(int number, RowReader.Read said) {
        var key = bulk.key(entered.register(), new BulkRow(number, "", said.answers()));
        if (key.isEmpty()) {
            return number;
        }
        var before = keys.putIfAbsent(key, number);
        return before == null ? number : before;
    }
}
