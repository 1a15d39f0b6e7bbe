package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out ids for orders, fifty for each trip to the database. */
@Component
public class OrderIds {

    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private long next;
    private long end;

    OrderIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many at once, in one trip. */
    public synchronized List<Long> next(int many) {
        var ids = new ArrayList<Long>(many);
        int blocks = (many + BLOCK - 1) / BLOCK;
        jdbc.sql("select nextval('order_id') from generate_series(1, :blocks)")
                .param("blocks", blocks)
                .query(Long.class)
                .list()
                .forEach(first -> LongStream.range(first, first + BLOCK).forEach(ids::add));
        return ids.subList(0, many);
    }

    public synchronized long next() {
        if (next == end) {
            next = jdbc.sql("select nextval('order_id')").query(Long.class).single();
            end = next + BLOCK;
        }
        return next++;
    }
}
