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
 * Whole months of an area, for which closed orders are precounted.
 *
 * @param area the code of a street or a community, or the tag of an office; empty for the district
 * @param from the first day of the first month
 * @param to the first day of the last month
 */
record MonthlyArea(String area, LocalDate from, LocalDate to) {

    /** The only parameters that a filter of precounted figures may have. */
    private static final Set<String> PARTS = Set.of("from", "to", "method", "street", "community");

    /**
     * Returns the months and the area that a filter requests for a viewer; empty when they are not whole months of one area. The
     * current month counts as whole.
     */
    static Optional<MonthlyArea> of(OrderFilter filter, Viewer viewer, Directory directory, LocalDate today) {
        if (!PARTS.containsAll(filter.parts().keySet())) {
            return Optional.empty();
        }
        return Visibility.area(viewer, directory)
                .flatMap(area -> narrowed(area, filter.get("street"), directory))
                .flatMap(area -> narrowed(area, filter.get("community"), directory))
                .flatMap(area -> months(area, filter, today));
    }

    private static Optional<String> narrowed(String area, String requested, Directory directory) {
        if (requested.isEmpty() || within(area, requested, directory)) {
            return Optional.of(area);
        }
        return within(requested, area, directory) ? Optional.of(requested) : Optional.empty();
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
