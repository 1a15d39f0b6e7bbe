package org.liudan.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.liudan.kit.Screen;
import org.liudan.kit.SheetWriter;

/** The rows that were refused, as they came, each with what is wrong: put right, they can be imported as they are. */
record FaultSheet(Screen screen, Import one) {

    void write(OutputStream out, Consumer<Consumer<Results.Kept>> rows) throws IOException {
        var headings = one.columns().all().stream().map(Columns.Column::heading).toList();
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
