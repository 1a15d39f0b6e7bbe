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

/** What orders do although nobody acts on them: their clocks ring, their deadlines move, letters reach them. */
record SystemActions(DecisionContexts world, OptimisticRetry races) implements OrderMessages.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(SystemActions.class);

    private interface Deed extends BiFunction<Order, DecisionContext, Decision.Moved> {}

    /** Does what the clocks of an order ask for by now. Answers false if nothing was left to do. */
    boolean ring(long id) {
        return happens(id, (order, setting) -> Alarms.due(world.methodOf(order), order, setting));
    }

    /** Works out the deadlines of an order anew. Answers false if they stand. */
    boolean redate(long id) {
        return happens(id, (order, setting) -> Alarms.redated(world.methodOf(order), order, setting));
    }

    /** Does what a letter from another order asks for. */
    @Override
    public void read(int district, long from, OrderMessage letter) {
        if (letter instanceof OrderMessage.Raise raise) {
            raise(from, raise);
        } else if (races.store().read(district, letter.to(), null).isPresent()) {
            happens(letter.to(), (order, setting) ->
                    (Decision.Moved) hearing(order, setting).hear(from, letter));
        }
    }

    private void raise(long from, OrderMessage.Raise letter) {
        var method = world.inForce(letter.method());
        var unraised = Order.unraised(letter.to(), method.id(), method.version());
        var decision = hearing(unraised, setting(unraised)).hear(from, letter);
        if (decision instanceof Decision.Moved moved) {
            races.write(StoredOrder.unraised(unraised), moved, null);
        } else {
            LOG.warn("Order {}: {} could not be opened: {}", from, letter.method(), decision);
            happens(from, (order, setting) -> hearing(order, setting).neverRaised(letter.to()));
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
