package org.liudan.engine.method;

import java.util.Set;
import org.liudan.engine.order.Order;

/**
 * That a step waits for orders it has opened, and what happens then.
 *
 * @param of the parts of the children that count
 * @param enough how many of them must have ended; 0 for all
 * @param then the action the program takes
 */
public record JoinRule(Set<String> of, int enough, String then) {

    public boolean over(Order order) {
        var counted = order.kin().children().stream()
                .filter(child -> of.contains(child.as()))
                .toList();
        long ended = counted.stream().filter(child -> !child.open()).count();
        return ended > 0 && ended >= (enough == 0 ? counted.size() : Math.min(enough, counted.size()));
    }
}
