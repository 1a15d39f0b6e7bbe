package org.liudan.demo;

import java.time.Duration;
import java.util.Optional;

/**
 * One message of a resident, with its reply.
 *
 * @param grade one of the three grades; empty if the source does not give it
 * @param channel the channel of the message; empty if the source does not give it
 * @param answer the first answer to the resident; empty if the source does not give it
 * @param result the reply
 * @param workingTime the working time until the reply, if known
 * @param ratingWords the resident's comment on the reply; may be empty
 */
record SampleMessage(
        String title,
        String text,
        String category,
        Optional<String> grade,
        Optional<String> channel,
        Optional<String> answer,
        String result,
        Optional<Duration> workingTime,
        Optional<String> rating,
        String ratingWords) {

    boolean unreasonable() {
        return grade.filter("unreasonable"::equals).isPresent();
    }

    /** Returns the group of the category, for example {@code environment}. */
    String group() {
        return category.substring(0, category.indexOf('.') < 0 ? category.length() : category.indexOf('.'));
    }
}
