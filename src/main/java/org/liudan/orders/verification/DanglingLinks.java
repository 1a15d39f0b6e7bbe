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

/** Finds links between orders that lead nowhere: parts that were opened but are missing, messages without a sender. */
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
            select m.order_id, m.to_order
            from order_message m
            where m.district_id = :district
                and not exists (select from orders o where o.district_id = m.district_id and o.id = m.order_id)
                and not exists (select from subject o where o.district_id = m.district_id and o.id = m.order_id)
            order by m.id
            """;

    /** Reports parts of these orders that were not refused, are not raised, and have no message that would raise them. */
    void children(Collection<Order> orders, Consumer<Difference> found) {
        var existing = existing(orders.stream()
                .flatMap(order -> order.kin().children().stream())
                .map(Child::id)
                .toArray(Long[]::new));
        orders.forEach(order -> order.kin().children().stream()
                .filter(child -> !child.refused() && !existing.contains(child.id()))
                .forEach(child -> new DifferenceReport(order.id(), found)
                        .add(
                                "为 " + child.unit() + " 立的分单 " + child.id() + " 没有了，也没有在途的信件",
                                "its part " + child.id() + " for " + child.unit()
                                        + " is missing and no letter is under way to raise it")));
    }

    /** Reports messages whose sender does not exist. */
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
