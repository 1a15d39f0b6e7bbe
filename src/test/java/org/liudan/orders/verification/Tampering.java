package org.liudan.orders.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.order.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes rows of orders behind the back of the program, and verifies. */
record Tampering(Verification verification, JdbcClient jdbc) {

    /** The ids of all orders that were changed. */
    static final Set<Long> ORDERS = new HashSet<>();

    /** The differences of an order after somebody ran these statements with its {@code :id}. */
    List<Difference> after(Order order, String... sql) {
        ORDERS.add(order.id());
        jdbc.sql("alter table order_event disable trigger order_event_is_append_only")
                .update();
        for (var statement : sql) {
            assertThat(jdbc.sql(statement).param("id", order.id()).update())
                    .as(statement)
                    .isPositive();
        }
        jdbc.sql("alter table order_event enable trigger order_event_is_append_only")
                .update();
        return differences(order);
    }

    /** The differences of an order, as {@link #difference} makes them. */
    List<Difference> differences(Order order) {
        return verification.verify().differences().stream()
                .filter(difference -> difference.order() == order.id())
                .map(difference -> new Difference(
                        0,
                        difference.event(),
                        new LocalizedText("", difference.what().en())))
                .toList();
    }

    /** A difference without the order and the Chinese text. */
    static Difference difference(int event, String en) {
        return new Difference(0, Optional.of(event), new LocalizedText("", en));
    }
}
