package org.liudan.engine.method;

import java.util.Set;
import org.liudan.engine.order.Order;

/**
 * A step waits until children have ended; then the program takes an action.
 *
 * @param of the parts whose children count
 * @param enough how many of these children must have ended; 0 for all
 * @param then the action that the program takes then
 */
public record JoinRule(Set<String> of, int enough, String then) {

    /** True if enough children have ended. Never true while there are none. */
    public boolean isSatisfied(Order order) {
        var counted = order.kin().children().stream()
                .filter(child -> of.contains(child.as()))
                .toList();
        long ended = counted.stream().filter(child -> !child.open()).count();
        return ended > 0 && ended >= (enough == 0 ? counted.size() : Math.min(enough, counted.size()));
    }
}
