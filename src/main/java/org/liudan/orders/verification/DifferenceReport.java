package org.liudan.orders.verification;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.LocalizedText;

/** What is found to differ about one order, put into words. */
record DifferenceReport(long order, Consumer<Difference> found) {

    /** At one event. */
    void addAt(int event, String zh, String en) {
        found.accept(new Difference(order, Optional.of(event), new LocalizedText(zh, en)));
    }

    /** A column of an event's row that repeats what its content says. */
    void compare(int event, String column, @Nullable Object kept, @Nullable Object told) {
        if (!Objects.equals(kept, told)) {
            addAt(
                    event,
                    "列 " + column + " 存的是 " + kept + "，内容为 " + told,
                    "column " + column + " is kept as " + kept + ", its content says " + told);
        }
    }

    /** Something kept of the order that repeats what its events give. */
    void compare(String what, @Nullable Object kept, @Nullable Object folded) {
        if (!Objects.equals(kept, folded)) {
            add(
                    what + " 存的是 " + kept + "，由流转记录得出 " + folded,
                    what + " is kept as " + kept + ", the events give " + folded);
        }
    }

    void add(String zh, String en) {
        found.accept(new Difference(order, Optional.empty(), new LocalizedText(zh, en)));
    }
}
