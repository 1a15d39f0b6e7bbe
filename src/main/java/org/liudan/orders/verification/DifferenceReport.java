package org.liudan.orders.verification;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.LocalizedText;

/** Reports the differences of one order in words. */
record DifferenceReport(long order, Consumer<Difference> found) {

    /** Reports a difference at one event. */
    void addAt(int event, String zh, String en) {
        found.accept(new Difference(order, Optional.of(event), new LocalizedText(zh, en)));
    }

    /** Compares a column of an event's row with the content of the event. */
    void compare(int event, String column, @Nullable Object stored, @Nullable Object expected) {
        if (!Objects.equals(stored, expected)) {
            addAt(
                    event,
                    "列 " + column + " 存的是 " + stored + "，内容为 " + expected,
                    "column " + column + " is kept as " + stored + ", its content says " + expected);
        }
    }

    /** Compares something stored of the order with the result of replaying its events. */
    void compare(String what, @Nullable Object stored, @Nullable Object expected) {
        if (!Objects.equals(stored, expected)) {
            add(
                    what + " 存的是 " + stored + "，由流转记录得出 " + expected,
                    what + " is kept as " + stored + ", the events give " + expected);
        }
    }

    /** Reports a difference that is not about one event. */
    void add(String zh, String en) {
        found.accept(new Difference(order, Optional.empty(), new LocalizedText(zh, en)));
    }
}
