package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register;
import org.liudan.identity.Viewer;
import org.liudan.registers.SubjectFilter.Tab;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts the totals of a list into the reader's words. */
@Component
class TotalsMaker {

    private final Totals totals;

    TotalsMaker(Totals totals) {
        this.totals = totals;
    }

    /** True when there are totals of such a list. */
    static boolean has(Method register, SubjectFilter filter) {
        var says = register.register().orElseThrow();
        return filter.tab() != Tab.LEFT && !(says.sums().isEmpty() && says.by().isEmpty());
    }

    TotalsPart of(PageContext screen, Viewer viewer, Method register, SubjectFilter filter) {
        var says = register.register().orElseThrow();
        var all = totals.of(filter, register, viewer);
        var whole =
                all.stream().filter(total -> total.by().isEmpty()).findFirst().orElseThrow();
        return new TotalsPart(
                whole.count(),
                says.sums().stream()
                        .map(sum -> Amount.label(screen, register, sum))
                        .toList(),
                amounts(screen, says, whole),
                says.by().stream()
                        .map(by -> new TotalsPart.Group(
                                GroupNames.name(screen, register, by), lines(screen, register, filter, by, all)))
                        .filter(group -> !group.lines().isEmpty())
                        .toList());
    }

    private static List<TotalsPart.Line> lines(
            PageContext screen, Method register, SubjectFilter filter, String by, List<Totals.Total> all) {
        var says = register.register().orElseThrow();
        var narrows = by.equals(Register.STEP) || says.filters().contains(by);
        return GroupNames.values(screen, register, by).stream()
                .flatMap(value -> all.stream()
                        .filter(total -> total.by().equals(Optional.of(by)))
                        .filter(total -> total.value().equals(value.value()))
                        .map(total -> new TotalsPart.Line(
                                value.label(),
                                total.count(),
                                amounts(screen, says, total),
                                narrows && !value.value().isEmpty() ? filter.with(by, value.value()) : "")))
                .toList();
    }

    private static List<Amount> amounts(PageContext screen, Register says, Totals.Total total) {
        return IntStream.range(0, says.sums().size())
                .mapToObj(sum ->
                        Amount.of(screen, says.sums().get(sum), total.sums().get(sum)))
                .toList();
    }
}
