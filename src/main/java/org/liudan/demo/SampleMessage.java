package org.liudan.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * One message of a resident and what became of it.
 *
 * @param grade one of the three, where the source says
 * @param channel how it came in, where the source says
 * @param answer what the resident was told on the first day, where the source says
 * @param result the reply
 * @param took the working time until the reply, where it is known
 * @param ratingWords what the resident said about it, or nothing
 */
record SampleMessage(
        String title,
        String text,
        String category,
        Optional<String> grade,
        Optional<String> channel,
        Optional<String> answer,
        String result,
        Optional<Duration> took,
        Optional<String> rating,
        String ratingWords) {

    boolean unreasonable() {
        return grade.filter("unreasonable"::equals).isPresent();
    }

    /** The group of the category, for example {@code environment}. */
    String group() {
        return category.substring(0, category.indexOf('.') < 0 ? category.length() : category.indexOf('.'));
    }
}
