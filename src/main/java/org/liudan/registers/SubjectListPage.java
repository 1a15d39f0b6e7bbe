package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import org.liudan.web.FieldView.Choice;

/**
 * The list of a register's subjects.
 *
 * @param headings the headings of the columns
 * @param cycle true if its subjects are visited on a cycle
 */
public record SubjectListPage(
        String id,
        String name,
        String lead,
        List<ListTab> tabs,
        ListSearch search,
        List<String> headings,
        List<Row> rows,
        boolean cycle,
        ListPager pager,
        ListLinks links,
        ListTotals totals) {

    /**
     * The current search and filters.
     *
     * @param q the search text
     * @param tab the id of the current tab
     * @param narrowed true if the list is filtered by something besides its tab
     */
    public record ListSearch(String q, String tab, List<Narrowing> narrowings, boolean narrowed) {}

    /** The address of the first page, unless it is shown, and of the next page, if there is one. */
    public record ListPager(Optional<String> first, Optional<String> next) {}

    /**
     * Addresses of related pages.
     *
     * @param enter where a new subject is entered, if the reader may
     * @param export the list as a sheet
     * @param imports the imports, if the reader may see them
     * @param map the map of the listed subjects, if the register has points
     * @param months the monthly figures, if the register has sums or groups
     */
    public record ListLinks(
            Optional<String> enter,
            String export,
            Optional<String> imports,
            Optional<String> map,
            Optional<String> months) {}

    /**
     * The totals of the listed subjects.
     *
     * @param part the totals, if they are calculated
     * @param address where totals are calculated that would take some time
     */
    public record ListTotals(Optional<TotalsPart> part, Optional<String> address) {}

    /** A tab with its count, such as 逾期未访 12. */
    public record ListTab(String id, String name, String count, String address, boolean current) {}

    /** A filter of the list with its choices and its current value. */
    public record Narrowing(String name, String label, String value, List<Choice> choices) {}

    /**
     * One subject.
     *
     * @param cells one for each heading
     * @param light red, amber, green or grey
     * @param due when the next visit is due; empty if none is due
     * @param visited the day of the last visit; empty if there was none
     */
    public record Row(String address, String title, List<String> cells, String light, String due, String visited) {}
}
