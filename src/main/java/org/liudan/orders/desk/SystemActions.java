package org.liudan.orders.desk;

import java.util.Optional;
import java.util.function.BiFunction;
import org.liudan.engine.decision.Alarms;
import org.liudan.engine.decision.Decision;
import org.liudan.engine.decision.MessageHandler;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.OrderMessage;
import org.liudan.orders.store.StoredOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the system does to orders by itself: clocks that are due, deadlines that move, messages from other orders. */
record SystemActions(DecisionContexts world, OptimisticRetry races) implements OrderMessages.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(SystemActions.class);

    private interface Deed extends BiFunction<Order, DecisionContext, Decision.Moved> {}

    /** Does what the clocks of an order ask for by now. Returns false if there was nothing to do. */
    boolean ring(long id) {
        return happens(id, (order, setting) -> Alarms.due(world.methodOf(order), order, setting));
    }

    /** Recalculates the deadlines of an order. Returns false if none changed. */
    boolean redate(long id) {
        return happens(id, (order, setting) -> Alarms.redated(world.methodOf(order), order, setting));
    }

    /** Does what a message from another order asks for. */
    @Override
    public void receive(int district, long sender, OrderMessage message) {
        if (message instanceof OrderMessage.Raise raise) {
            raise(sender, raise);
        } else if (races.store().read(district, message.to(), null).isPresent()) {
            happens(message.to(), (order, setting) ->
                    (Decision.Moved) hearing(order, setting).hear(sender, message));
        }
    }

    private void raise(long sender, OrderMessage.Raise message) {
        var method = world.inForce(message.method());
        var unraised = Order.unraised(message.to(), method.id(), method.version());
        var decision = hearing(unraised, setting(unraised)).hear(sender, message);
        if (decision instanceof Decision.Moved moved) {
            races.write(StoredOrder.unraised(unraised), moved, null);
        } else {
            LOG.warn("Order {}: {} could not be opened: {}", sender, message.method(), decision);
            happens(sender, (order, setting) -> hearing(order, setting).neverRaised(message.to()));
        }
    }

    private boolean happens(long id, Deed deed) {
        return races.won(id, null, stored -> {
            var moved = deed.apply(stored.order(), setting(stored.order()));
            boolean something = !moved.events().isEmpty();
            return something && races.write(stored, moved, null).isEmpty() ? Optional.empty() : Optional.of(something);
        });
    }

    private MessageHandler hearing(Order order, DecisionContext setting) {
        return new MessageHandler(world.methodOf(order), order, setting);
    }

    private DecisionContext setting(Order order) {
        return world.setting(order, new Actor.Machine());
    }
}
