package org.liudan.orders;

import java.util.Optional;
import org.liudan.engine.Order;
import org.liudan.engine.Seat;
import org.liudan.people.Directories;
import org.liudan.people.Sight;
import org.liudan.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single orders, for those who may see them. */
@Component
public class VisibleOrders {

    private final JdbcClient jdbc;
    private final Directories directories;

    VisibleOrders(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    /**
     * An order as it stands.
     *
     * @param tag names this state of it, and no other
     */
    public record Seen(Order order, String tag) {}

    /** The order of this number; empty when there is none or the viewer may not see it. */
    public Optional<Order> find(Viewer viewer, String number) {
        return find(viewer.seat(), number);
    }

    Optional<Order> find(Seat seat, String number) {
        return see(seat, number).map(Seen::order);
    }

    /** As {@link #find}, with a name for the state in which it is seen. */
    public Optional<Seen> see(Viewer viewer, String number) {
        return see(viewer.seat(), number);
    }

    private Optional<Seen> see(Seat seat, String number) {
        var sight = Sight.of(seat, directories.current());
        return OrderNumber.parse(number)
                .flatMap(parsed -> jdbc.sql(
                                "select o.state, encode(o.hash, 'hex') as hash from orders o where o.district_id = :district and o.id = :id and ("
                                        + sight.any() + ")")
                        .param("district", directories.district())
                        .param("id", parsed.id())
                        .params(sight.params())
                        .query((row, index) -> {
                            var order = OrderJson.order(row.getString("state"));
                            return new Seen(order, Stored.tag(order, row.getString("hash")));
                        })
                        .optional());
    }
}
