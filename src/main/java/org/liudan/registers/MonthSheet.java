package org.liudan.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liudan.web.PageContext;
import org.liudan.web.SheetWriter;

/** Writes the months of a register to an Excel sheet, with real numbers. */
record MonthSheet(PageContext screen) {

    private static final int WIDTH = 16;

    void write(OutputStream out, MonthsPage page) throws IOException {
        try (var sheet = new SheetWriter(out, page.name())) {
            sheet.head(
                    Stream.of(
                                    Stream.of("month", "held", "came", "left").map(head -> screen.t("months." + head)),
                                    IntStream.range(0, page.heads().size())
                                            .mapToObj(sum -> screen.t(
                                                    "months.sum",
                                                    page.heads().get(sum),
                                                    page.units().get(sum))),
                                    page.groups().stream()
                                            .flatMap(group -> group.values().stream())
                                            .map(value -> value.label()))
                            .flatMap(heads -> heads)
                            .toList(),
                    List.of(WIDTH));
            page.rows().forEach(row -> {
                sheet.text(row.month());
                Stream.of(Stream.of(row.held(), row.came(), row.left()), row.sums().stream())
                        .flatMap(numbers -> numbers)
                        .forEach(sheet::number);
                row.counts().forEach(counts -> counts.forEach(sheet::number));
                sheet.next();
            });
        }
    }
}
