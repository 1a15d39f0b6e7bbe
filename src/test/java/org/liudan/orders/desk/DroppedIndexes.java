package org.liudan.orders.desk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drops the indexes of orders while rows are added. A table remembers them, so that an interrupted run can restore them. */
record DroppedIndexes(JdbcClient jdbc) {

    private static final String CREATE_TABLE = """
            create table if not exists index_away (name text primary key, made text not null)
            """;
    private static final String SAVE = """
            insert into index_away
            select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
            from pg_index i
            where i.indrelid in ('orders'::regclass, 'order_event'::regclass, 'order_clock'::regclass,
                    'order_tracking'::regclass, 'order_contact'::regclass, 'order_words'::regclass, 'outbox'::regclass)
                and not i.indisprimary
            on conflict do nothing
            """;

    private record Index(String name, String made) {}

    /** True when a run was interrupted before it restored the indexes. */
    boolean exist() {
        return jdbc.sql("select to_regclass('index_away') is not null")
                .query(Boolean.class)
                .single();
    }

    /**
     * Drops indexes.
     *
     * @param all true to drop all indexes of orders; false to drop only those of an interrupted run
     * @return the statements that create them again
     */
    List<String> drop(boolean all) {
        jdbc.sql(CREATE_TABLE).update();
        if (all) {
            jdbc.sql(SAVE).update();
        }
        var indexes = jdbc.sql("select name, made from index_away order by name")
                .query(Index.class)
                .list();
        indexes.forEach(
                index -> jdbc.sql("drop index if exists " + index.name()).update());
        return indexes.stream().map(Index::made).toList();
    }

    /** Forgets the dropped indexes after they were created again. */
    void forget() {
        jdbc.sql("drop table index_away").update();
    }
}
