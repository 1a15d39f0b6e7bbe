package org.liudan.programs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of programs. Of a token it has only the keyed hash. */
@Component
class ProgramTable {

    private static final String SELECT =
            "select id, name, unit, post, made_at, made_by, expires_on, used_at, revoked_at from program ";
    private static final String INSERT = """
            insert into program (district_id, name, unit, post, token, made_at, made_by, expires_on)
            values (:district, :name, :unit, :post, :token, :now, :by, :expires)
            """;
    private static final String REPLACE_TOKEN = """
            update program
            set token = :token, used_at = null
            where district_id = :district and id = :id and revoked_at is null and expires_on >= :today
            """;
    private static final String REVOKE = """
            update program
            set revoked_at = :now
            where district_id = :district and id = :id and revoked_at is null
            """;
    private static final String RECORD_USE = """
            update program
            set used_at = :now
            where district_id = :district and id = :id
            """;

    private final JdbcClient jdbc;
    private final Directories directories;

    ProgramTable(JdbcClient jdbc, Directories directories) {
        this.jdbc = jdbc;
        this.directories = directories;
    }

    void insert(String name, Seat seat, byte[] tokenHash, String account, LocalDate expiresOn, Instant now) {
        statement(INSERT)
                .param("name", name)
                .param("unit", seat.unit())
                .param("post", seat.post())
                .param("token", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", account)
                .param("expires", expiresOn)
                .update();
    }

    /** Returns false if the program has expired or is revoked. */
    boolean replaceToken(long id, byte[] tokenHash, LocalDate today) {
        return statement(REPLACE_TOKEN)
                        .param("id", id)
                        .param("token", tokenHash)
                        .param("today", today)
                        .update()
                == 1;
    }

    /** Returns false if the program was revoked before. */
    boolean revoke(long id, Instant now) {
        return statement(REVOKE)
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void recordUse(long id, Instant now) {
        statement(RECORD_USE)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All programs, active ones first, the newest first. */
    List<Program> all() {
        return statement(SELECT + "where district_id = :district order by revoked_at is not null, id desc")
                .query(Program::read)
                .list();
    }

    Optional<Program> find(long id) {
        return statement(SELECT + "where district_id = :district and id = :id")
                .param("id", id)
                .query(Program::read)
                .optional();
    }

    Optional<Program> findByToken(byte[] tokenHash) {
        return statement(SELECT + "where district_id = :district and token = :token")
                .param("token", tokenHash)
                .query(Program::read)
                .optional();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("district", directories.district());
    }
}
