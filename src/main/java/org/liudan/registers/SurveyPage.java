package org.liudan.registers;

import java.util.List;
import java.util.Optional;

/**
 * The progress of a survey.
 *
 * @param since the day from which subjects count as surveyed
 * @param busiest the largest number of subjects surveyed on one day
 * @param listAddress the address of the register's list with the subjects that are still to be surveyed
 * @param sheetAddress the address of that list as a sheet
 */
public record SurveyPage(
        String number,
        String title,
        String register,
        String since,
        Line total,
        List<Line> lines,
        List<Day> days,
        long busiest,
        Optional<Recheck> recheck,
        DuplicateSearch duplicates,
        String listAddress,
        String sheetAddress) {

    /**
     * A street, a community or a grid.
     *
     * @param depth 0 for a street
     * @param rectified the number of subjects whose danger was removed since the survey began
     * @param listAddress the address of the list of those still to be surveyed
     */
    public record Line(String name, int depth, long total, long surveyed, long rectified, String listAddress) {

        public long remaining() {
            return total - surveyed;
        }

        /** The surveyed share in percent, rounded down, so that 100 means all. */
        public long share() {
            return total == 0 ? 100 : surveyed * 100 / total;
        }
    }

    /** The number of subjects surveyed on one day. */
    public record Day(String day, long surveyed) {}

    /**
     * A random share of the surveyed subjects that is checked again.
     *
     * @param drawn the number of subjects drawn
     * @param rechecked the number of them that were checked again
     * @param waiting the first of those still to be checked again
     */
    public record Recheck(long percent, long drawn, long rechecked, List<SurveyedSubject> waiting) {}

    /** A subject with its number. */
    public record SurveyedSubject(String number, String key, String title, String region) {}

    /** The search for duplicates, which runs only on request. */
    public record DuplicateSearch(boolean done, List<DuplicateGroup> groups) {}

    /** Subjects in one region that may be the same thing. */
    public record DuplicateGroup(String region, List<SurveyedSubject> entries) {}
}
