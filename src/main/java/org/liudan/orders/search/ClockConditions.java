package org.liudan.orders.search;

import java.util.Map;

/**
 * Narrows a query by the clocks of orders, each order judged by its own clocks: met ({@code late=no}: ended and never
 * breached), breached ({@code late=yes}), or either.
 */
record ClockConditions(OrderFilter filter, OrderQuery query) {

    void apply() {
        if (!filter.has("clock") && !filter.has("late")) {
            return;
        }
        var clock = clock();
        switch (filter.get("late")) {
            case "yes" -> {
                query.and(clock + " and c.breached_at is not null)");
                query.and("o.breached");
                query.addTag("breached");
            }
            case "no" -> {
                query.and(FilterConditions.NOT_MERGED);
                query.and(clock + " and c.ended_at is not null)");
                query.and("not " + clock + " and c.breached_at is not null)");
            }
            default -> {
                query.and(FilterConditions.NOT_MERGED);
                query.and(clock + " and (c.ended_at is not null or c.breached_at is not null))");
            }
        }
    }

    /** The condition that an order has such a clock; its bracket is still open, so that more can be added about the clock. */
    private String clock() {
        var condition = new StringBuilder(
                "exists (select from order_clock c where c.district_id = o.district_id and c.order_id = o.id");
        if (filter.has("clock")) {
            condition.append(" and c.clock in (:clocks)");
            query.addParams(Map.of("clocks", filter.values("clock")));
        }
        if (filter.has("unit")) {
            condition.append(" and c.unit = :clockUnit");
            query.addParams(Map.of("clockUnit", filter.get("unit")));
        }
        return condition.toString();
    }
}
