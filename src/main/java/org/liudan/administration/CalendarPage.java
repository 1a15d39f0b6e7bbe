package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The working calendar and the office hours.
 *
 * @param years the newest first
 * @param holidays those of the chosen year
 * @param chosen the year whose days are shown
 * @param text the days of the chosen year as they can be edited
 * @param reasons why the submitted form can't be saved
 * @param done what was just saved, {@code "year"} or {@code "hours"}
 */
public record CalendarPage(
        List<Year> years,
        Year chosen,
        List<Holiday> holidays,
        String text,
        String hours,
        List<Reason> reasons,
        Optional<String> done) {

    /** One year: published with a number of days off and make-up working days, or not published yet. */
    public record Year(String year, boolean published, long off, long work) {}

    /**
     * One holiday.
     *
     * @param off its days off as ranges of consecutive days, in words
     * @param days how many days off it has
     * @param work the make-up working days
     */
    public record Holiday(String name, List<String> off, long days, List<String> work) {}

    /** The error of a field; empty if there is none. */
    public Optional<Reason> error(String field) {
        return reasons.stream()
                .filter(reason -> reason.field().filter(field::equals).isPresent())
                .findFirst();
    }
}
