package org.liudan.orders.verification;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what got lost between orders: parts that were opened and came to nothing, letters that nobody sent. */
record DanglingLinks(JdbcClient jdbc, int district) {

    private static final String EXISTING = """
            select id
            from orders
            where district_id = :district and id = any(:ids)
            union
            select id
            from subject
            where district_id = :district and id = any(:ids)
            union
            select to_order
            from order_message
            where district_id = :district and to_order = any(:ids)
            """;
    private static final String WITHOUT_SENDER = """
            select l.order_id, l.to_order
            from order_message l
            where l.district_id = :district
                and not exists (select from orders o where o.district_id = l.district_id and o.id = l.order_id)
                and not exists (select from subject o where o.district_id = l.district_id and o.id = l.order_id)
            order by l.id
            """;

    /** Parts of these orders that are neither raised nor about to be, nor were refused. */
    void children(Collection<Order> orders, Consumer<Difference> found) {
        var there = existing(orders.stream()
                .flatMap(order -> order.kin().children().stream())
                .map(Child::id)
                .toArray(Long[]::new));
        orders.forEach(order -> order.kin().children().stream()
                .filter(child -> !child.refused() && !there.contains(child.id()))
                .forEach(child -> new DifferenceReport(order.id(), found)
                        .add(
                                "为 " + child.unit() + " 立的分单 " + child.id() + " 没有了，也没有在途的信件",
                                "its part " + child.id() + " for " + child.unit()
                                        + " is missing and no letter is under way to raise it")));
    }

    /** Letters of orders that there are not. */
    void messages(Consumer<Difference> found) {
        jdbc.sql(WITHOUT_SENDER).param("district", district).query(row -> {
            found.accept(new Difference(
                    row.getLong("order_id"),
                    Optional.empty(),
                    new LocalizedText(
                            "有一封给 " + row.getLong("to_order") + " 的信件在途，发信的诉求没有了",
                            "a letter to " + row.getLong("to_order")
                                    + " is under way, but the order that sent it is missing")));
        });
    }

    private Set<Long> existing(Long[] ids) {
        return ids.length == 0
                ? Set.of()
                : new HashSet<>(jdbc.sql(EXISTING)
                        .param("district", district)
                        .param("ids", ids)
                        .query(Long.class)
                        .list());
    }
}
