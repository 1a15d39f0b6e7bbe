package org.liudan.registers;

import java.util.List;
import java.util.Optional;

/**
 * How far a survey has come.
 *
 * @param since the day from which it counts
 * @param listed where the list of the register is, narrowed to what is still to be surveyed
 * @param sheet where that list is as a sheet
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
        Optional<Again> again,
        List<Alike> alike,
        boolean looked,
        String listed,
        String sheet) {

    /**
     * A street, a community or a grid.
     *
     * @param depth 0 for a street
     * @param rectified of how many a danger was removed since the survey began
     * @param listed where those still to be surveyed are listed
     */
    public record Line(String name, int depth, long total, long surveyed, long rectified, String listed) {

        public long left() {
            return total - surveyed;
        }

        /** In percent, rounded down, so that 100 means all. */
        public long share() {
            return total == 0 ? 100 : surveyed * 100 / total;
        }
    }

    /** How many were surveyed on a day. */
    public record Day(String day, long surveyed) {}

    /**
     * The share that is looked at again.
     *
     * @param drawn how many were drawn
     * @param looked how many of them were looked at again
     * @param waiting the first of those still to be looked at
     */
    public record Again(long percent, long drawn, long looked, List<Subject> waiting) {}

    /** A subject by its number. */
    public record Subject(String number, String key, String title, String region) {}

    /** Entries that may be of the same thing. */
    public record Alike(String what, List<Subject> entries) {}
}
