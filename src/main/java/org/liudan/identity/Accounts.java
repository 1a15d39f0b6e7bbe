package org.liudan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.identity.PasswordThrottle.Guess;
import org.liudan.organisation.Directories;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts: signing in with a lock after failures, and changing passwords. */
@Component
public class Accounts {

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

    /** Why a password has to be changed before anything else. */
    public enum Change {
        /** It was given by somebody else, to be used once. */
        GIVEN,
        /** It has been in use for too long. */
        OLD
    }

    /** What came of signing in. */
    public sealed interface SignIn {

        /** Welcome; there may be a reason why the password has to be changed first. */
        record Welcome(Viewer viewer, Optional<Change> change) implements SignIn {}

        /** Account or password is wrong; it isn't said which. */
        record Wrong() implements SignIn {}

        /** Too many failures; it opens again by itself. */
        record Locked(Duration left) implements SignIn {}

        /** The password is right but the person has no post any more. */
        record NoPost() implements SignIn {}
    }

    private final JdbcClient jdbc;
    private final Directories directories;
    private final PasswordThrottle guesses;
    private final Audit audit;
    private final Clock clock;
    private final int days;

    /**
     * Wires it.
     *
     * @param days after how many days a password has to be changed; 0 for never
     */
    Accounts(
            JdbcClient jdbc,
            Directories directories,
            PasswordThrottle guesses,
            Audit audit,
            Clock clock,
            @Value("${liudan.password.days:90}") int days) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.guesses = guesses;
        this.audit = audit;
        this.clock = clock;
        this.days = days;
    }

    public SignIn signIn(String name, String password, String address) {
        var account = name.strip().toLowerCase(java.util.Locale.ROOT);
        var found = find(account);
        var outcome = found.map(known -> signIn(known, password)).orElseGet(() -> {
            // the time it takes shall not tell whether the account exists
            PasswordRules.matches(password, PasswordRules.NOBODYS);
            return new SignIn.Wrong();
        });
        audit.record(new AuditSource(account, address), "sign-in", account, outcome instanceof SignIn.Welcome);
        return outcome;
    }

    private SignIn signIn(Account account, String password) {
        var guess = guesses.compare(account, password);
        if (guess instanceof Guess.Locked locked) {
            return new SignIn.Locked(locked.left());
        }
        if (guess instanceof Guess.Wrong) {
            return new SignIn.Wrong();
        }
        var seats = seats(account.account());
        return seats.isEmpty()
                ? new SignIn.NoPost()
                : new SignIn.Welcome(
                        new Viewer(account.account(), account.name(), seats.get(0), seats), change(account));
    }

    private Optional<Change> change(Account account) {
        if (account.mustChange()) {
            return Optional.of(Change.GIVEN);
        }
        var age = Duration.between(account.passwordSetAt(), clock.instant());
        return days > 0 && age.toDays() >= days ? Optional.of(Change.OLD) : Optional.empty();
    }

    /** Changes somebody's own password; answers what is wrong, or nothing when it is done. */
    public Optional<Reason> changePassword(AuditSource by, String old, String chosen) {
        var known = find(by.account()).orElseThrow();
        var guess = guesses.compare(known, old);
        var fault = guess instanceof Guess.Locked locked
                ? Optional.of(fault("password.locked", "old", locked.left().toMinutes() + 1))
                : guess instanceof Guess.Wrong
                        ? Optional.of(fault("password.old-wrong", "old"))
                        : PasswordRules.matches(chosen, known.password())
                                ? Optional.of(fault("password.same", "chosen"))
                                : PasswordRules.fault(by.account(), chosen).map(key -> fault(key, "chosen"));
        if (fault.isEmpty()) {
            set(by.account(), chosen, false);
        }
        audit.record(by, "password", by.account(), fault.isEmpty());
        return fault;
    }

    private static Reason fault(String key, String field, Object... args) {
        return new Reason(key, List.of(args), Optional.of(field));
    }

    /** Gives somebody a new password to be used once, and opens a locked account. */
    public String resetPassword(String account, AuditSource by) {
        var password = PasswordRules.oneTime();
        set(account, password, true);
        audit.record(by, "password-reset", account, true);
        return password;
    }

    private void set(String account, String password, boolean mustChange) {
        jdbc.sql(CHANGE)
                .param("district", directories.district())
                .param("account", account)
                .param("password", PasswordRules.hash(password))
                .param("mustChange", mustChange)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Account> find(String account) {
        return jdbc.sql(Account.FIND)
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
