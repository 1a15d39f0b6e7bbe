package org.liudan.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The data of an account that signing in needs. */
record Account(
        String account,
        String name,
        String password,
        Instant passwordSetAt,
        boolean mustChange,
        int failures,
        @Nullable Instant lockedUntil) {

    static final String FIND = """
            select account, name, password, password_set_at, must_change, failures, locked_until
            from person
            where district_id = :district and account = :account and ended_at is null
            """;

    static Account of(ResultSet row, int number) throws SQLException {
        var locked = row.getObject("locked_until", OffsetDateTime.class);
        return new Account(
                row.getString("account"),
                row.getString("name"),
                row.getString("password"),
                row.getObject("password_set_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("must_change"),
                row.getInt("failures"),
                locked == null ? null : locked.toInstant());
    }
}
