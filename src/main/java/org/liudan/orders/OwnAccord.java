package org.liudan.orders;

import java.util.Optional;
import java.util.function.BiFunction;
import org.liudan.engine.Actor;
import org.liudan.engine.Alarms;
import org.liudan.engine.Decision;
import org.liudan.engine.Hearing;
import org.liudan.engine.Letter;
import org.liudan.engine.Order;
import org.liudan.engine.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What orders do although nobody acts on them: their clocks ring, their deadlines move, letters reach them. */
record OwnAccord(World world, Races races) implements Post.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(OwnAccord.class);

    private interface Deed extends BiFunction<Order, Setting, Decision.Moved> {}

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
    public void read(int district, long from, Letter letter) {
        if (letter instanceof Letter.Raise raise) {
            raise(from, raise);
        } else if (races.store().read(district, letter.to(), null).isPresent()) {
            happens(letter.to(), (order, setting) ->
                    (Decision.Moved) hearing(order, setting).hear(from, letter));
        }
    }

    private void raise(long from, Letter.Raise letter) {
        var method = world.inForce(letter.method());
        var unraised = Order.unraised(letter.to(), method.id(), method.version());
        var decision = hearing(unraised, setting(unraised)).hear(from, letter);
        if (decision instanceof Decision.Moved moved) {
            races.write(Stored.unraised(unraised), moved, null);
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

    private Hearing hearing(Order order, Setting setting) {
        return new Hearing(world.methodOf(order), order, setting);
    }

    private Setting setting(Order order) {
        return world.setting(order, new Actor.Machine());
    }
}
