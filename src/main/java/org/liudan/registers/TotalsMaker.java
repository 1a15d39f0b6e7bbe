package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register;
import org.liudan.identity.Viewer;
import org.liudan.registers.SubjectFilter.SubjectTab;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Builds the totals of a list in the reader's language. */
@Component
class TotalsMaker {

    private final Totals totals;

    TotalsMaker(Totals totals) {
        this.totals = totals;
    }

    /** True if such a list has totals. */
    static boolean hasTotals(Method register, SubjectFilter filter) {
        var definition = register.register().orElseThrow();
        return filter.tab() != SubjectTab.LEFT
                && !(definition.sums().isEmpty() && definition.by().isEmpty());
    }

    TotalsPart of(PageContext context, Viewer viewer, Method register, SubjectFilter filter) {
        var definition = register.register().orElseThrow();
        var groupTotals = totals.of(filter, register, viewer);
        var overall = groupTotals.stream()
                .filter(total -> total.by().isEmpty())
                .findFirst()
                .orElseThrow();
        return new TotalsPart(
                overall.count(),
                definition.sums().stream()
                        .map(sum -> Amount.label(context, register, sum))
                        .toList(),
                amounts(context, definition, overall),
                definition.by().stream()
                        .map(by -> new TotalsPart.TotalsGroup(
                                GroupNames.name(context, register, by),
                                lines(context, register, filter, by, groupTotals)))
                        .filter(group -> !group.lines().isEmpty())
                        .toList());
    }

    private static List<TotalsPart.Line> lines(
            PageContext context, Method register, SubjectFilter filter, String by, List<Totals.Total> groupTotals) {
        var definition = register.register().orElseThrow();
        var filterable = by.equals(Register.STEP) || definition.filters().contains(by);
        return GroupNames.values(context, register, by).stream()
                .flatMap(value -> groupTotals.stream()
                        .filter(total -> total.by().equals(Optional.of(by)))
                        .filter(total -> total.value().equals(value.value()))
                        .map(total -> new TotalsPart.Line(
                                value.label(),
                                total.count(),
                                amounts(context, definition, total),
                                filterable && !value.value().isEmpty() ? filter.with(by, value.value()) : "")))
                .toList();
    }

    private static List<Amount> amounts(PageContext context, Register definition, Totals.Total total) {
        return IntStream.range(0, definition.sums().size())
                .mapToObj(sum -> Amount.of(
                        context, definition.sums().get(sum), total.sums().get(sum)))
                .toList();
    }
}
