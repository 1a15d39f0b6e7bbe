package org.liudan.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.Seat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts: signing in with a lock after failures, and changing passwords. */
@Component
public class Accounts {

    static final int FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private static final String FIND = """
            select account, name, password, must_change, failures, locked_until
            from person
            where district_id = :district and account = :account and ended_at is null
            """;
    private static final String FAIL = """
            update person
            set failures = case when locked_until <= :now then 1 else failures + 1 end,
                locked_until = case
                    when locked_until <= :now then null
                    when failures + 1 >= :most then :until::timestamptz
                    else locked_until
                end
            where district_id = :district and account = :account
            """;
    private static final String SUCCEED = """
            update person
            set failures = 0, locked_until = null
            where district_id = :district and account = :account and (failures > 0 or locked_until is not null)
            """;
    private static final String SEATS = """
            select p.unit, p.post
            from person_post p
            join unit u on u.district_id = p.district_id and u.code = p.unit
            where p.district_id = :district and p.account = :account and u.ended_on is null
            order by p.unit, p.post
            """;
    private static final String CHANGE = """
            update person
            set password = :password, password_set_at = :now, must_change = :mustChange, failures = 0,
                locked_until = null
            where district_id = :district and account = :account
            """;

    private static final String NOBODY = Passwords.hash("nobody-has-this-password-1A");

    private record Account(
            String account,
            String name,
            String password,
            boolean mustChange,
            int failures,
            @Nullable Instant lockedUntil) {

        static Account of(ResultSet row, int number) throws SQLException {
            var locked = row.getObject("locked_until", OffsetDateTime.class);
            return new Account(
                    row.getString("account"),
                    row.getString("name"),
                    row.getString("password"),
                    row.getBoolean("must_change"),
                    row.getInt("failures"),
                    locked == null ? null : locked.toInstant());
        }
    }

    /** What came of signing in. */
    public sealed interface SignIn {

        /** Welcome; a password given by somebody else has to be changed first. */
        record Welcome(Viewer viewer, boolean mustChange) implements SignIn {}

        /** Account or password is wrong; it isn't said which. */
        record Wrong() implements SignIn {}

        /** Too many failures; it opens again by itself. */
        record Locked(Duration left) implements SignIn {}

        /** The password is right but the person has no post any more. */
        record NoPost() implements SignIn {}
    }

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Audit audit;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Directories directories, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.audit = audit;
        this.clock = clock;
    }

    public SignIn signIn(String name, String password, String address) {
        var account = name.strip().toLowerCase(java.util.Locale.ROOT);
        var found = find(account);
        var outcome = found.map(known -> signIn(known, password)).orElseGet(() -> {
            // the time it takes shall not tell whether the account exists
            Passwords.matches(password, NOBODY);
            return new SignIn.Wrong();
        });
        audit.record(account, "sign-in", account, outcome instanceof SignIn.Welcome, address);
        return outcome;
    }

    private SignIn signIn(Account account, String password) {
        var now = clock.instant();
        if (account.lockedUntil() != null && now.isBefore(account.lockedUntil())) {
            return new SignIn.Locked(Duration.between(now, account.lockedUntil()));
        }
        if (!Passwords.matches(password, account.password())) {
            // a lock that has passed is forgotten: the count begins anew
            var failures = account.lockedUntil() == null ? account.failures() + 1 : 1;
            jdbc.sql(FAIL)
                    .param("district", directories.district())
                    .param("account", account.account())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("most", FAILURES)
                    .param("until", now.plus(LOCK).atOffset(ZoneOffset.UTC))
                    .update();
            return failures >= FAILURES ? new SignIn.Locked(LOCK) : new SignIn.Wrong();
        }
        jdbc.sql(SUCCEED)
                .param("district", directories.district())
                .param("account", account.account())
                .update();
        var seats = seats(account.account());
        return seats.isEmpty()
                ? new SignIn.NoPost()
                : new SignIn.Welcome(
                        new Viewer(account.account(), account.name(), seats.get(0), seats), account.mustChange());
    }

    /** Changes somebody's own password; answers the message key of what is wrong, or nothing when it is done. */
    public Optional<String> changePassword(String account, String old, String chosen, String address) {
        var known = find(account).orElseThrow();
        var fault = !Passwords.matches(old, known.password())
                ? Optional.of("password.old-wrong")
                : Passwords.matches(chosen, known.password())
                        ? Optional.of("password.same")
                        : Passwords.fault(account, chosen);
        if (fault.isEmpty()) {
            set(account, chosen, false);
        }
        audit.record(account, "password", account, fault.isEmpty(), address);
        return fault;
    }

    /** Gives somebody a new password to be used once, and opens a locked account. */
    public String resetPassword(String account, String by, String address) {
        var password = Passwords.oneTime();
        set(account, password, true);
        audit.record(by, "password-reset", account, true, address);
        return password;
    }

    private void set(String account, String password, boolean mustChange) {
        jdbc.sql(CHANGE)
                .param("district", directories.district())
                .param("account", account)
                .param("password", Passwords.hash(password))
                .param("mustChange", mustChange)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Account> find(String account) {
        return jdbc.sql(FIND)
                .param("district", directories.district())
                .param("account", account)
                .query(Account::of)
                .optional();
    }

    private List<Seat> seats(String account) {
        return jdbc.sql(SEATS)
                .param("district", directories.district())
                .param("account", account)
                .query(Seat.class)
                .list();
    }
}
