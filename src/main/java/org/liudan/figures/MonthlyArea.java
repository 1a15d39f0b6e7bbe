package org.liudan.figures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.liudan.calendar.DateTexts;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.orders.search.OrderFilter;
import org.liudan.organisation.Directory;

/**
 * Whole months of an area, for which orders are counted ahead.
 *
 * @param area the code of a street or a community, the mark of an office; empty for the district
 * @param from the first day of the first month
 * @param to the first day of the last month
 */
record MonthlyArea(String area, LocalDate from, LocalDate to) {

    private static final Set<String> PARTS = Set.of("from", "to", "method", "street", "community");

    /** What a filter asks for somebody, if that is whole months of an area; a month that is going on counts as whole. */
    static Optional<MonthlyArea> of(OrderFilter filter, Viewer viewer, Directory directory, LocalDate today) {
        if (!PARTS.containsAll(filter.parts().keySet())) {
            return Optional.empty();
        }
        return Visibility.area(viewer, directory)
                .flatMap(area -> narrowed(area, filter.get("street"), directory))
                .flatMap(area -> narrowed(area, filter.get("community"), directory))
                .flatMap(area -> months(area, filter, today));
    }

    private static Optional<String> narrowed(String area, String wanted, Directory directory) {
        if (wanted.isEmpty() || within(area, wanted, directory)) {
            return Optional.of(area);
        }
        return within(wanted, area, directory) ? Optional.of(wanted) : Optional.empty();
    }

    private static boolean within(String inner, String outer, Directory directory) {
        return outer.isEmpty() || directory.allWithin(outer).contains(inner);
    }

    private static Optional<MonthlyArea> months(String area, OrderFilter filter, LocalDate today) {
        return DateTexts.read(filter.get("from"))
                .filter(from -> from.getDayOfMonth() == 1)
                .flatMap(from -> DateTexts.read(filter.get("to"))
                        .filter(to -> !to.isBefore(today) || to.getDayOfMonth() == to.lengthOfMonth())
                        .map(to -> new MonthlyArea(area, from, to.withDayOfMonth(1))));
    }
}
