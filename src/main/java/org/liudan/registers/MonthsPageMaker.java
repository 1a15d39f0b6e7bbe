package org.liudan.registers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register.Sum;
import org.liudan.identity.Viewer;
import org.liudan.orders.wording.FilterChoices;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Adds up what months have changed to what stood on a register at the end of each. */
@Component
class MonthsPageMaker {

    private static final int USUAL = 12;

    private final Months months;

    MonthsPageMaker(Months months) {
        this.months = months;
    }

    /** @param year of which the months are shown; the last twelve months if it is none */
    MonthsPage page(PageContext screen, Viewer viewer, Method register, String year, String street) {
        var zone = screen.calendar().hours().zone();
        var today = YearMonth.from(screen.now().atZone(zone));
        var asked = new Months.Asked(register, street.isEmpty() ? Optional.empty() : Optional.of(street), zone, viewer);
        var changes = months.changes(asked);
        var first = changes.isEmpty() ? today : changes.firstKey();
        var chosen = year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
        var says = register.register().orElseThrow();
        var groups = groups(screen, register);
        var counts = months.groups(asked);
        var rows = shown(chosen, today).stream()
                .filter(month -> !changes.isEmpty() && !month.isBefore(first))
                .map(month -> {
                    var sums = sums(changes.headMap(month, true), says.sums());
                    var change = changes.getOrDefault(month, new Months.Month(0, 0, List.of()));
                    return new MonthsPage.Row(
                            screen.t("months.month.of", Integer.toString(month.getYear()), month.getMonthValue()),
                            month.equals(today),
                            held(changes.headMap(month, true)),
                            change.came(),
                            change.left(),
                            whole(sums, says.sums()),
                            amounts(screen, sums, says.sums()),
                            IntStream.range(0, groups.size())
                                    .mapToObj(by -> counted(
                                            groups.get(by), counts.get(by).headMap(month, true)))
                                    .toList());
                })
                .toList();
        return new MonthsPage(
                register.id(),
                screen.w(register.name()),
                says.counts().isEmpty()
                        ? Optional.empty()
                        : Optional.of(says.counts().stream()
                                .map(step -> screen.w(register.step(step).name()))
                                .collect(Collectors.joining(screen.english() ? ", " : "、"))),
                chosen == 0 ? "" : year,
                IntStream.iterate(today.getYear(), one -> one >= first.getYear(), one -> one - 1)
                        .mapToObj(Integer::toString)
                        .map(one -> new Choice(one, screen.t("months.year.of", one)))
                        .toList(),
                street,
                FilterChoices.streets(screen),
                says.sums().stream()
                        .map(sum -> Amount.label(screen, register, sum))
                        .toList(),
                says.sums().stream().map(sum -> screen.w(sum.unit())).toList(),
                groups,
                rows,
                "/registers/" + register.id() + "/months.xlsx?year=" + (chosen == 0 ? "" : year) + "&street="
                        + URLEncoder.encode(street, StandardCharsets.UTF_8));
    }

    private static List<YearMonth> shown(int year, YearMonth today) {
        var last = year == 0 || year >= today.getYear() ? today : YearMonth.of(year, USUAL);
        var from = year == 0 ? today.minusMonths(USUAL - 1) : YearMonth.of(year, 1);
        var shown = new ArrayList<YearMonth>();
        for (var month = from; !month.isAfter(last); month = month.plusMonths(1)) {
            shown.add(month);
        }
        return shown;
    }

    private static long held(SortedMap<YearMonth, Months.Month> until) {
        return until.values().stream()
                .mapToLong(month -> month.came() - month.left())
                .sum();
    }

    private static List<Long> sums(SortedMap<YearMonth, Months.Month> until, List<Sum> sums) {
        return IntStream.range(0, sums.size())
                .mapToObj(sum -> until.values().stream()
                        .mapToLong(month -> month.sums().get(sum))
                        .sum())
                .toList();
    }

    private static List<Long> whole(List<Long> totals, List<Sum> sums) {
        return IntStream.range(0, sums.size())
                .mapToObj(sum -> totals.get(sum) * sums.get(sum).times())
                .toList();
    }

    private static List<Amount> amounts(PageContext screen, List<Long> totals, List<Sum> sums) {
        return IntStream.range(0, sums.size())
                .mapToObj(sum -> Amount.of(screen, sums.get(sum), totals.get(sum)))
                .toList();
    }

    private static List<Long> counted(MonthsPage.Group group, SortedMap<YearMonth, Map<String, Long>> until) {
        var counts = new TreeMap<String, Long>();
        until.values().forEach(month -> month.forEach((value, net) -> counts.merge(value, net, Long::sum)));
        return group.values().stream()
                .map(value -> counts.getOrDefault(value.value(), 0L))
                .toList();
    }

    private static List<MonthsPage.Group> groups(PageContext screen, Method register) {
        return register.register().orElseThrow().by().stream()
                .map(by -> new MonthsPage.Group(
                        GroupNames.name(screen, register, by), GroupNames.values(screen, register, by)))
                .toList();
    }
}
