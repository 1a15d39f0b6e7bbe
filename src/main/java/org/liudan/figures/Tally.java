package org.liudan.figures;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The figures of one group of orders. What was merged into another order was received, but is neither open nor closed
 * here: it is done and judged with the other one.
 *
 * @param breached orders of which some clock was breached
 * @param answered answered within the answering clock, of {@code toAnswer} that had to be
 * @param onTime closed within their finishing clocks, of {@code finished} that were closed and had one
 * @param median working minutes from raising to closing that half of the closed ones needed at most
 * @param p90 what nine in ten needed at most; both are told in steps of a thirtieth, rounded up
 */
public record Tally(
        String key,
        long received,
        long open,
        long overdue,
        long closed,
        long breached,
        long answered,
        long toAnswer,
        long onTime,
        long finished,
        long satisfied,
        long average,
        long dissatisfied,
        OptionalLong median,
        OptionalLong p90) {

    static Tally none(String key) {
        return new Tally(key, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.empty(), OptionalLong.empty());
    }

    public OptionalDouble answeredShare() {
        return share(answered, toAnswer);
    }

    public OptionalDouble onTimeShare() {
        return share(onTime, finished);
    }

    public OptionalDouble satisfaction() {
        return share(satisfied, satisfied + average + dissatisfied);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
