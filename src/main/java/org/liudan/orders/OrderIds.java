package org.liudan.orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out ids for orders, fifty for each trip to the database. */
@Component
class OrderIds {

    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private long next;
    private long end;

    OrderIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized long next() {
        if (next == end) {
            next = jdbc.sql("select nextval('order_id')").query(Long.class).single();
            end = next + BLOCK;
        }
        return next++;
    }
}
