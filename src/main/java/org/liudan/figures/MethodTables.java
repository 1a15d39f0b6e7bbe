package org.liudan.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.FigureLine;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.liudan.orders.search.OrderFilter;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** The figures of one method, by the lines that its rules report it by. */
@Component
class MethodTables {

    private final Figures figures;
    private final Rulebook rulebook;

    MethodTables(Figures figures, Rulebook rulebook) {
        this.figures = figures;
        this.rulebook = rulebook;
    }

    /** The methods that figures are there for: those that are not confidential. */
    List<Choice> choices(PageContext screen) {
        return open(screen.directory().district()).stream()
                .map(method -> new Choice(method.id(), screen.w(method.name())))
                .toList();
    }

    /** The table of the method that the filter names; empty when it names none, or one that has no table. */
    Optional<MethodTable> of(OrderFilter filter, Viewer viewer, PageContext screen) {
        return open(screen.directory().district()).stream()
                .filter(method -> method.id().equals(filter.get("method")))
                .filter(method -> !method.table().isEmpty())
                .findFirst()
                .map(method -> new MethodTable(
                        screen.w(method.name()),
                        method.table().stream()
                                .map(line -> row(line, filter, viewer, screen))
                                .toList()));
    }

    private List<Method> open(int district) {
        return rulebook.inForce(district).stream()
                .filter(method -> !method.confidential())
                .toList();
    }

    private MethodTable.Row row(FigureLine line, OrderFilter filter, Viewer viewer, PageContext screen) {
        var narrowed = narrowed(filter, line.where());
        long count = figures.count(narrowed, viewer);
        var value = line.of()
                .map(of -> share(count, figures.count(narrowed(filter, of), viewer), screen))
                .orElse(String.valueOf(count));
        return new MethodTable.Row(screen.w(line.name()), value, "/ledger" + narrowed.query());
    }

    private static String share(long part, long whole, PageContext screen) {
        return whole == 0 ? screen.t("figures.none") : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    private static OrderFilter narrowed(OrderFilter filter, Map<String, String> where) {
        var narrowed = filter;
        for (var part : where.entrySet()) {
            narrowed = narrowed.with(part.getKey(), part.getValue());
        }
        return narrowed;
    }
}
