package org.liudan.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liudan.web.PageContext;
import org.liudan.web.SheetWriter;

/** Writes the monthly figures of a register to an Excel sheet. Numbers are numeric cells. */
record MonthSheet(PageContext context) {

    private static final int WIDTH = 16;

    void write(OutputStream out, MonthsPage page) throws IOException {
        try (var sheet = new SheetWriter(out, page.name())) {
            sheet.head(
                    Stream.of(
                                    Stream.of("month", "held", "came", "left")
                                            .map(column -> context.t("months." + column)),
                                    IntStream.range(0, page.sumLabels().size())
                                            .mapToObj(sum -> context.t(
                                                    "months.sum",
                                                    page.sumLabels().get(sum),
                                                    page.sumUnits().get(sum))),
                                    page.groups().stream()
                                            .flatMap(group -> group.values().stream())
                                            .map(value -> value.label()))
                            .flatMap(headings -> headings)
                            .toList(),
                    List.of(WIDTH));
            page.rows().forEach(row -> {
                sheet.text(row.month());
                Stream.of(Stream.of(row.total(), row.added(), row.removed()), row.sums().stream())
                        .flatMap(numbers -> numbers)
                        .forEach(sheet::number);
                row.counts().forEach(counts -> counts.forEach(sheet::number));
                sheet.next();
            });
        }
    }
}
