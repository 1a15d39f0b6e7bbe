package org.liudan.figures;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.search.OrderFilter;
import org.liudan.web.FieldView.Choice;

/**
 * The figures of a period and region.
 *
 * @param filter the orders counted; every figure links to the ledger with this filter, narrowed
 * @param methodTable the figures that the rules of the chosen method define; empty without a method
 * @param answerClocks the clocks by which an answer is judged, as a value of the ledger's filter
 * @param closingClocks the clocks by which closing is judged, likewise
 */
public record FiguresPage(
        OrderFilter filter,
        Tally whole,
        Optional<MethodTable> methodTable,
        List<Table> tables,
        List<Choice> methods,
        List<Choice> streets,
        String answerClocks,
        String closingClocks) {

    /**
     * Figures of one split.
     *
     * @param part the parameter of the ledger's filter that selects the orders of one line
     */
    public record Table(String by, String part, List<Line> lines) {}

    /** One line: its name, its figures, and its orders in percent of the line with the most orders. */
    public record Line(String name, Tally tally, int share) {}

    /** Returns the address of the orders behind a figure; {@code parts} are names and values that narrow the filter. */
    public String ledger(String... parts) {
        var narrowed = filter;
        for (int index = 0; index < parts.length; index += 2) {
            narrowed = narrowed.with(parts[index], parts[index + 1]);
        }
        return "/ledger" + narrowed.query();
    }
}
