package org.liudan.batches;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Requirement;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;

/**
 * The orders chosen for a batch.
 *
 * @param can what may be done on all of them, the main action first; nothing that needs a file, which belongs to one
 *     order
 */
record ChosenOrders(List<Order> orders, List<Action> can) {

    static ChosenOrders of(List<Order> orders, Actor by, OrderDesk desk) {
        return new ChosenOrders(orders, sameMethod(orders) ? common(orders, by, desk) : List.of());
    }

    boolean none() {
        return orders.isEmpty();
    }

    Order first() {
        return orders.get(0);
    }

    Optional<Action> action(String id) {
        return can.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    private static boolean sameMethod(List<Order> orders) {
        return orders.stream()
                        .map(order -> order.method() + "/" + order.version())
                        .distinct()
                        .count()
                == 1;
    }

    private static List<Action> common(List<Order> orders, Actor by, OrderDesk desk) {
        var method = desk.methodOf(orders.get(0));
        return method.actions().values().stream()
                .filter(action -> !needsFile(method, action))
                .filter(action -> orders.stream()
                        .allMatch(order -> new Decider(method, order, desk.setting(order))
                                .hindrances(action, by)
                                .isEmpty()))
                .sorted(Comparator.comparing(action -> !action.main()))
                .toList();
    }

    private static boolean needsFile(Method method, Action action) {
        return action.form().entrySet().stream()
                .anyMatch(entry -> entry.getValue() == Requirement.REQUIRED
                        && method.field(entry.getKey()).type().files());
    }
}
