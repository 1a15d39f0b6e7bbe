package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import org.liudan.web.FieldView.Choice;

/**
 * The list of a register's subjects.
 *
 * @param heads the columns
 * @param cycle true when its subjects are visited on a cycle
 * @param first the address of the first page, when this is another
 * @param export the address of the list as a sheet
 * @param imports the address of its imports, for those who make or look at them
 * @param map the address of the map of these, where they have a place on it
 * @param totals what those that are shown come to
 * @param working where the totals are worked out that would take a while
 * @param months the address of the register by month
 * @param enter the address at which a new one is entered, when the reader may
 */
public record SubjectListPage(
        String id,
        String name,
        String lead,
        List<Tab> tabs,
        List<Narrowing> narrowings,
        String q,
        String tab,
        List<String> heads,
        List<Row> rows,
        boolean cycle,
        boolean narrowed,
        Optional<String> first,
        Optional<String> next,
        Optional<String> enter,
        String export,
        Optional<String> imports,
        Optional<String> map,
        Optional<TotalsPart> totals,
        Optional<String> working,
        Optional<String> months) {

    /** A tab with its count, such as 逾期未访 12. */
    public record Tab(String id, String name, String count, String address, boolean here) {}

    /** A choice that the list can be narrowed by. */
    public record Narrowing(String name, String label, String value, List<Choice> choices) {}

    /**
     * A subject.
     *
     * @param cells one for each head
     * @param light red, amber, green or grey
     * @param due until when it is to be visited; empty where it isn't
     */
    public record Row(String address, String title, List<String> cells, String light, String due, String visited) {}
}
