package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import org.liudan.web.FieldView.Choice;

/**
 * A register by month.
 *
 * @param counts the stages that count, in words; empty where all that are open do
 * @param heads what is summed
 * @param units in what each is counted
 * @param groups the groups that subjects are counted in
 * @param sheet the address of the same as a sheet
 */
public record MonthsPage(
        String id,
        String name,
        Optional<String> counts,
        String year,
        List<Choice> years,
        String street,
        List<Choice> streets,
        List<String> heads,
        List<String> units,
        List<Group> groups,
        List<Row> rows,
        String sheet) {

    /** One thing that subjects are counted by, with its values in words. */
    public record Group(String name, List<Choice> values) {}

    /**
     * A month.
     *
     * @param held how many stood on the register at its end
     * @param sums the sums at its end as numbers, for a sheet
     * @param amounts the same as they are printed
     * @param counts how many there were of each value of each group
     */
    public record Row(
            String month,
            boolean soFar,
            long held,
            long came,
            long left,
            List<Long> sums,
            List<Amount> amounts,
            List<List<Long>> counts) {

        /** How many of each value of a group there are, those that there are. */
        public String counted(Group group, int place) {
            return java.util.stream.IntStream.range(0, group.values().size())
                    .filter(value -> counts.get(place).get(value) != 0)
                    .mapToObj(value -> group.values().get(value).label() + " "
                            + counts.get(place).get(value))
                    .collect(java.util.stream.Collectors.joining(" · "));
        }
    }
}
