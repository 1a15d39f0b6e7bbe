package org.liudan.orders.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ids for new orders, reserved in blocks of fifty to save queries. */
@Component
public class OrderIds {

    private static final int BLOCK = 50;

    private final JdbcClient jdbc;
    private long next;
    private long end;

    OrderIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This many ids, reserved by one query. */
    public synchronized List<Long> next(int count) {
        var ids = new ArrayList<Long>(count);
        int blocks = (count + BLOCK - 1) / BLOCK;
        jdbc.sql("select nextval('order_id') from generate_series(1, :blocks)")
                .param("blocks", blocks)
                .query(Long.class)
                .list()
                .forEach(first -> LongStream.range(first, first + BLOCK).forEach(ids::add));
        return ids.subList(0, count);
    }

    public synchronized long next() {
        if (next == end) {
            next = jdbc.sql("select nextval('order_id')").query(Long.class).single();
            end = next + BLOCK;
        }
        return next++;
    }
}
