package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import org.liudan.web.FieldView.Choice;

/**
 * The monthly figures of a register.
 *
 * @param countedSteps the stages that count, in words; empty if all open stages count
 * @param sumLabels the labels of the sums
 * @param sumUnits the unit of each sum
 * @param groups the groups in which subjects are counted
 * @param sheet the address of the same figures as a sheet
 */
public record MonthsPage(
        String id,
        String name,
        Optional<String> countedSteps,
        String year,
        List<Choice> years,
        String street,
        List<Choice> streets,
        List<String> sumLabels,
        List<String> sumUnits,
        List<CountGroup> groups,
        List<Row> rows,
        String sheet) {

    /** A field or the stage by which subjects are counted, with its values in words. */
    public record CountGroup(String name, List<Choice> values) {}

    /**
     * One month.
     *
     * @param incomplete true for the current month
     * @param total the number of subjects on the register at the end of the month
     * @param added the number of subjects that were added in the month
     * @param removed the number of subjects that left in the month
     * @param sums the sums at the end of the month as numbers, for a sheet
     * @param amounts the same sums as displayed
     * @param counts the number of subjects by group and value, in the order of the page's groups
     */
    public record Row(
            String month,
            boolean incomplete,
            long total,
            long added,
            long removed,
            List<Long> sums,
            List<Amount> amounts,
            List<List<Long>> counts) {

        /** The counts of a group in words; values without subjects are left out. */
        public String countsText(CountGroup group, int index) {
            return java.util.stream.IntStream.range(0, group.values().size())
                    .filter(value -> counts.get(index).get(value) != 0)
                    .mapToObj(value -> group.values().get(value).label() + " "
                            + counts.get(index).get(value))
                    .collect(java.util.stream.Collectors.joining(" · "));
        }
    }
}
