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

/** Makes the table of a method's figures; the lines are defined in the method's rules. */
@Component
class MethodTables {

    private final Figures figures;
    private final Rulebook rulebook;

    MethodTables(Figures figures, Rulebook rulebook) {
        this.figures = figures;
        this.rulebook = rulebook;
    }

    /** Returns the methods to choose from; confidential methods have no figures. */
    List<Choice> choices(PageContext context) {
        return notConfidential(context.directory().district()).stream()
                .map(method -> new Choice(method.id(), context.w(method.name())))
                .toList();
    }

    /** Returns the table of the filter's method; empty when the filter has no method, or the method has no table. */
    Optional<MethodTable> of(OrderFilter filter, Viewer viewer, PageContext context) {
        return notConfidential(context.directory().district()).stream()
                .filter(method -> method.id().equals(filter.get("method")))
                .filter(method -> !method.table().isEmpty())
                .findFirst()
                .map(method -> new MethodTable(
                        context.w(method.name()),
                        method.table().stream()
                                .map(line -> row(line, filter, viewer, context))
                                .toList()));
    }

    private List<Method> notConfidential(int district) {
        return rulebook.inForce(district).stream()
                .filter(method -> !method.confidential())
                .toList();
    }

    private MethodTable.Row row(FigureLine line, OrderFilter filter, Viewer viewer, PageContext context) {
        var narrowed = narrowed(filter, line.where());
        long count = figures.count(narrowed, viewer);
        var value = line.of()
                .map(of -> share(count, figures.count(narrowed(filter, of), viewer), context))
                .orElse(String.valueOf(count));
        return new MethodTable.Row(context.w(line.name()), value, "/ledger" + narrowed.query());
    }

    private static String share(long part, long whole, PageContext context) {
        return whole == 0 ? context.t("figures.none") : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    private static OrderFilter narrowed(OrderFilter filter, Map<String, String> where) {
        var narrowed = filter;
        for (var part : where.entrySet()) {
            narrowed = narrowed.with(part.getKey(), part.getValue());
        }
        return narrowed;
    }
}
