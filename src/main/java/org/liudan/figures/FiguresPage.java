package org.liudan.figures;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.search.OrderFilter;
import org.liudan.web.FieldView.Choice;

/**
 * The figures of a period and region.
 *
 * @param filter the orders counted; every figure opens the ledger under it, narrowed
 * @param reported the figures that the chosen method is reported by
 * @param answered the clocks by which an answer is judged, as the ledger's filter takes them
 * @param finished the clocks by which closing is judged
 */
public record FiguresPage(
        OrderFilter filter,
        Tally whole,
        Optional<MethodTable> reported,
        List<Table> tables,
        List<Choice> methods,
        List<Choice> streets,
        String answered,
        String finished) {

    /**
     * Figures split by something.
     *
     * @param part the part of a filter that picks out one row
     */
    public record Table(String by, String part, List<Line> lines) {}

    /** One row: its name, its figures, and its share of the largest. */
    public record Line(String name, Tally tally, int share) {}

    /** The address of the orders behind a figure. */
    public String ledger(String... parts) {
        var narrowed = filter;
        for (int i = 0; i < parts.length; i += 2) {
            narrowed = narrowed.with(parts[i], parts[i + 1]);
        }
        return "/ledger" + narrowed.query();
    }
}
