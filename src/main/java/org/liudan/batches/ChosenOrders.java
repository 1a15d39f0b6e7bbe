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
 * The orders that were chosen for a batch.
 *
 * @param actions the actions that are open on all of them, main actions first. Actions that require a file are left out,
 *     because a file belongs to one order.
 */
record ChosenOrders(List<Order> orders, List<Action> actions) {

    static ChosenOrders of(List<Order> orders, Actor by, OrderDesk desk) {
        return new ChosenOrders(orders, sameMethod(orders) ? commonActions(orders, by, desk) : List.of());
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    Order first() {
        return orders.get(0);
    }

    Optional<Action> action(String id) {
        return actions.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    private static boolean sameMethod(List<Order> orders) {
        return orders.stream()
                        .map(order -> order.method() + "/" + order.version())
                        .distinct()
                        .count()
                == 1;
    }

    private static List<Action> commonActions(List<Order> orders, Actor by, OrderDesk desk) {
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
