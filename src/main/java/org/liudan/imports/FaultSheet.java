package org.liudan.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liudan.web.PageContext;
import org.liudan.web.SheetWriter;

/** Writes the rejected rows to a sheet, unchanged and each with its errors. The corrected sheet can be imported again. */
record FaultSheet(PageContext context, Import fileImport) {

    void write(OutputStream out, Consumer<Consumer<ImportResults.RejectedRow>> rows) throws IOException {
        var headings = fileImport.columns().all().stream()
                .map(SheetColumns.SheetColumn::heading)
                .toList();
        var labels = new ArrayList<>(headings);
        labels.add(context.t("import.fault.what"));
        labels.add(context.t("import.fault.row"));
        var widths = new ArrayList<Integer>(java.util.Collections.nCopies(headings.size(), 18));
        widths.addAll(List.of(80, 10));
        try (var sheet = new SheetWriter(out, context.t("import.faults"))) {
            sheet.head(labels, widths);
            rows.accept(row -> {
                for (int column = 0; column < headings.size(); column++) {
                    sheet.text(column < row.cells().size() ? row.cells().get(column) : "");
                }
                sheet.text(row.reasons().stream().map(context::reason).collect(Collectors.joining("\n")));
                sheet.number(row.number());
                sheet.next();
            });
        }
    }
}
