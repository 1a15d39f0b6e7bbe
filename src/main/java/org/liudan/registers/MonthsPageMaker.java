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

/** Builds the page of monthly figures: it adds up the monthly changes to the totals at the end of each month. */
@Component
class MonthsPageMaker {

    private static final int MONTHS_PER_YEAR = 12;

    private final Months months;

    MonthsPageMaker(Months months) {
        this.months = months;
    }

    /** @param year the year to show; any other text shows the last twelve months */
    MonthsPage page(PageContext context, Viewer viewer, Method register, String year, String street) {
        var zone = context.calendar().hours().zone();
        var today = YearMonth.from(context.now().atZone(zone));
        var query = new Months.MonthQuery(
                register, street.isEmpty() ? Optional.empty() : Optional.of(street), zone, viewer);
        var changes = months.changes(query);
        var first = changes.isEmpty() ? today : changes.firstKey();
        var chosenYear = year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
        var definition = register.register().orElseThrow();
        var groups = groups(context, register);
        var counts = months.groups(query);
        var rows = monthsToShow(chosenYear, today).stream()
                .filter(month -> !changes.isEmpty() && !month.isBefore(first))
                .map(month -> {
                    var sums = sums(changes.headMap(month, true), definition.sums());
                    var change = changes.getOrDefault(month, new Months.MonthlyChange(0, 0, List.of()));
                    return new MonthsPage.Row(
                            context.t("months.month.of", Integer.toString(month.getYear()), month.getMonthValue()),
                            month.equals(today),
                            total(changes.headMap(month, true)),
                            change.added(),
                            change.removed(),
                            whole(sums, definition.sums()),
                            amounts(context, sums, definition.sums()),
                            IntStream.range(0, groups.size())
                                    .mapToObj(by -> valueCounts(
                                            groups.get(by), counts.get(by).headMap(month, true)))
                                    .toList());
                })
                .toList();
        return new MonthsPage(
                register.id(),
                context.w(register.name()),
                definition.counts().isEmpty()
                        ? Optional.empty()
                        : Optional.of(definition.counts().stream()
                                .map(step -> context.w(register.step(step).name()))
                                .collect(Collectors.joining(context.english() ? ", " : "、"))),
                chosenYear == 0 ? "" : year,
                IntStream.iterate(today.getYear(), value -> value >= first.getYear(), value -> value - 1)
                        .mapToObj(Integer::toString)
                        .map(value -> new Choice(value, context.t("months.year.of", value)))
                        .toList(),
                street,
                FilterChoices.streets(context),
                definition.sums().stream()
                        .map(sum -> Amount.label(context, register, sum))
                        .toList(),
                definition.sums().stream().map(sum -> context.w(sum.unit())).toList(),
                groups,
                rows,
                "/registers/" + register.id() + "/months.xlsx?year=" + (chosenYear == 0 ? "" : year) + "&street="
                        + URLEncoder.encode(street, StandardCharsets.UTF_8));
    }

    private static List<YearMonth> monthsToShow(int year, YearMonth today) {
        var last = year == 0 || year >= today.getYear() ? today : YearMonth.of(year, MONTHS_PER_YEAR);
        var from = year == 0 ? today.minusMonths(MONTHS_PER_YEAR - 1) : YearMonth.of(year, 1);
        var shown = new ArrayList<YearMonth>();
        for (var month = from; !month.isAfter(last); month = month.plusMonths(1)) {
            shown.add(month);
        }
        return shown;
    }

    private static long total(SortedMap<YearMonth, Months.MonthlyChange> months) {
        return months.values().stream()
                .mapToLong(month -> month.added() - month.removed())
                .sum();
    }

    private static List<Long> sums(SortedMap<YearMonth, Months.MonthlyChange> months, List<Sum> sums) {
        return IntStream.range(0, sums.size())
                .mapToObj(sum -> months.values().stream()
                        .mapToLong(month -> month.sums().get(sum))
                        .sum())
                .toList();
    }

    private static List<Long> whole(List<Long> totals, List<Sum> sums) {
        return IntStream.range(0, sums.size())
                .mapToObj(sum -> totals.get(sum) * sums.get(sum).times())
                .toList();
    }

    private static List<Amount> amounts(PageContext context, List<Long> totals, List<Sum> sums) {
        return IntStream.range(0, sums.size())
                .mapToObj(sum -> Amount.of(context, sums.get(sum), totals.get(sum)))
                .toList();
    }

    private static List<Long> valueCounts(MonthsPage.CountGroup group, SortedMap<YearMonth, Map<String, Long>> months) {
        var counts = new TreeMap<String, Long>();
        months.values().forEach(month -> month.forEach((value, change) -> counts.merge(value, change, Long::sum)));
        return group.values().stream()
                .map(value -> counts.getOrDefault(value.value(), 0L))
                .toList();
    }

    private static List<MonthsPage.CountGroup> groups(PageContext context, Method register) {
        return register.register().orElseThrow().by().stream()
                .map(by -> new MonthsPage.CountGroup(
                        GroupNames.name(context, register, by), GroupNames.values(context, register, by)))
                .toList();
    }
}
