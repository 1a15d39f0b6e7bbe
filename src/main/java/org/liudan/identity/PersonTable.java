package org.liudan.identity;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that write accounts and their posts. */
@Component
class PersonTable {

    private static final String INSERT = """
            insert into person (district_id, account, name, password, password_set_at, must_change)
            values (:district, :account, :name, :password, :now, true)
            on conflict do nothing
            """;
    private static final String LOCK = """
            select account
            from person
            where district_id = :district and account = :account
            for update
            """;
    private static final String ADD_POST = """
            insert into person_post (district_id, account, unit, post)
            values (:district, :account, :unit, :post)
            on conflict do nothing
            """;
    private static final String REMOVE_POST = """
            delete from person_post
            where district_id = :district and account = :account and unit = :unit and post = :post
            """;
    private static final String SET_ENDED_AT = """
            update person
            set ended_at = :at
            where district_id = :district and account = :account
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    PersonTable(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /** Inserts an account whose password has to be changed; returns false if the account exists already. */
    boolean insert(String account, String name, String passwordHash) {
        return statement(INSERT, account)
                        .param("name", name)
                        .param("password", passwordHash)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Locks an account until the end of the transaction. */
    void lock(String account) {
        statement(LOCK, account).query(String.class).single();
    }

    void addPost(String account, Seat seat) {
        writePost(ADD_POST, account, seat);
    }

    void removePost(String account, Seat seat) {
        writePost(REMOVE_POST, account, seat);
    }

    /** Ends an account at this time; null restores it. */
    void setEndedAt(String account, @Nullable Instant at) {
        statement(SET_ENDED_AT, account)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private void writePost(String sql, String account, Seat seat) {
        statement(sql, account)
                .param("unit", seat.unit())
                .param("post", seat.post())
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, String account) {
        return jdbc.sql(sql).param("district", directories.district()).param("account", account);
    }
}
