package org.liudan.orders.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Viewer;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.store.OrderStore;
import org.liudan.orders.store.OrderTable;
import org.liudan.orders.store.StoredOrder;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders and subjects by their numbers or ids, for those who may see them. */
@Component
public class VisibleOrders {

    private static final String FIND = """
            select o.state, encode(o.hash, 'hex') as hash
            from %s o
            where o.district_id = :district and o.id = any(:ids) and (%s)
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final OrderStore store;

    VisibleOrders(JdbcClient jdbc, Directories directories, OrderStore store) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.store = store;
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

    /**
     * As {@link #find}, for acting on it: most act on what they hold, and who held an order when this process saw it last
     * needs nobody to be asked. Whether they still do is decided by the order desk.
     */
    public Optional<Order> findToAct(Viewer viewer, String number) {
        return OrderNumber.parse(number)
                .flatMap(parsed -> store.cached(directories.district(), parsed.id()))
                .map(StoredOrder::order)
                .filter(order -> holds(viewer.seat(), order))
                .or(() -> find(viewer, number));
    }

    private boolean holds(Seat seat, Order order) {
        return order.holder().filter(seat::equals).isPresent()
                && Visibility.unit(seat, directories.current()).isPresent();
    }

    public Optional<Order> find(Seat seat, String number) {
        return see(seat, number).map(Seen::order);
    }

    /** As {@link #find}, with a name for the state in which it is seen. */
    public Optional<Seen> see(Viewer viewer, String number) {
        return see(viewer.seat(), number);
    }

    /** Those of these numbers that there are and the viewer may see, in the order asked for. */
    public List<Order> findAll(Viewer viewer, List<String> numbers) {
        var ids = numbers.stream()
                .flatMap(number -> OrderNumber.parse(number).stream())
                .map(OrderNumber::id)
                .distinct()
                .toList();
        var found = findAll(viewer.seat(), ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    /** Those of these ids that whoever has the seat may see. */
    public Map<Long, Order> findAll(Seat seat, Collection<Long> ids) {
        return see(seat, ids).stream().map(Seen::order).collect(Collectors.toMap(Order::id, order -> order));
    }

    private Optional<Seen> see(Seat seat, String number) {
        return OrderNumber.parse(number)
                .flatMap(parsed -> see(seat, List.of(parsed.id())).stream().findFirst());
    }

    private List<Seen> see(Seat seat, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var sight = Visibility.of(seat, directories.current());
        var seen = OrderTable.ALL.stream()
                .map(shelf -> FIND.formatted(
                        shelf.name(), shelf == OrderTable.ORDERS ? sight.anyOrder() : sight.anySubject()))
                .collect(Collectors.joining("union all "));
        return jdbc.sql(seen)
                .param("district", directories.district())
                .param("ids", ids.toArray(Long[]::new))
                .params(sight.params())
                .query((row, index) -> {
                    var order = OrderJson.order(row.getString("state"));
                    return new Seen(order, StoredOrder.tag(order, row.getString("hash")));
                })
                .list();
    }
}
