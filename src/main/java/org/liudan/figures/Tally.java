package org.liudan.figures;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The figures of one group of orders. An order that was merged into another counts as received, but neither as open nor as closed:
 * it is closed and judged together with the other one.
 *
 * @param key the unit, community, category, channel or grade; empty for orders without one, and for the total
 * @param breached the orders with a breached clock
 * @param answered the orders answered within the answering clock, of {@code toAnswer} that have one
 * @param onTime the orders closed within their finishing clocks, of {@code finished} closed orders that have one
 * @param median the working minutes from raising to closing that half of the closed orders needed at most
 * @param p90 the working minutes that nine in ten needed at most; both are rounded up by a thirtieth at most
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

    static Tally empty(String key) {
        return new Tally(key, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, OptionalLong.empty(), OptionalLong.empty());
    }

    /** Returns the share of orders answered in time, from 0 to 1; empty when none had to be answered. */
    public OptionalDouble answeredShare() {
        return share(answered, toAnswer);
    }

    /** Returns the share of orders closed in time, from 0 to 1; empty when none had a finishing clock. */
    public OptionalDouble onTimeShare() {
        return share(onTime, finished);
    }

    /** Returns the share of satisfied ratings, from 0 to 1; empty without ratings. */
    public OptionalDouble satisfaction() {
        return share(satisfied, satisfied + average + dissatisfied);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
