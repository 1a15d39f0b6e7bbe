package org.liudan.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liudan.web.PageContext;
import org.liudan.web.SheetWriter;

/** The rows that were refused, as they came, each with what is wrong: put right, they can be imported as they are. */
record FaultSheet(PageContext screen, Import one) {

    void write(OutputStream out, Consumer<Consumer<ImportResults.Kept>> rows) throws IOException {
        var headings =
                one.columns().all().stream().map(SheetColumns.Column::heading).toList();
        var heads = new ArrayList<>(headings);
        heads.add(screen.t("import.fault.what"));
        heads.add(screen.t("import.fault.row"));
        var widths = new ArrayList<Integer>(java.util.Collections.nCopies(headings.size(), 18));
        widths.addAll(List.of(80, 10));
        try (var sheet = new SheetWriter(out, screen.t("import.faults"))) {
            sheet.head(heads, widths);
            rows.accept(row -> {
                for (int column = 0; column < headings.size(); column++) {
                    sheet.text(column < row.cells().size() ? row.cells().get(column) : "");
                }
                sheet.text(row.reasons().stream().map(screen::reason).collect(Collectors.joining("\n")));
                sheet.number(row.number());
                sheet.next();
            });
        }
    }
}
