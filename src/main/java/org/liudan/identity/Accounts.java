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
import org.liudan.identity.PasswordThrottle.PasswordCheck;
import org.liudan.organisation.Directories;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs users in, locks accounts after failures, and changes passwords. */
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

    /** Why a user has to change the password first. */
    public enum PasswordChangeReason {
        /** It is a one-time password, set by somebody else. */
        ONE_TIME,
        /** It is too old. */
        EXPIRED
    }

    /** The result of signing in. */
    public sealed interface SignInResult {

        /** Signed in; there may be a reason why the password has to be changed first. */
        record SignInSuccess(Viewer viewer, Optional<PasswordChangeReason> changeReason) implements SignInResult {}

        /** The account or the password is wrong; the user is not told which. */
        record WrongCredentials() implements SignInResult {}

        /** Locked after too many failures; the lock ends after this time. */
        record AccountLocked(Duration remaining) implements SignInResult {}

        /** The password is correct, but the person no longer has a post. */
        record NoPost() implements SignInResult {}
    }

    private final JdbcClient jdbc;
    private final Directories directories;
    private final PasswordThrottle throttle;
    private final Audit audit;
    private final Clock clock;
    private final int maxPasswordDays;

    /**
     * Creates the component.
     *
     * @param maxPasswordDays after how many days a password has to be changed; 0 for never
     */
    Accounts(
            JdbcClient jdbc,
            Directories directories,
            PasswordThrottle throttle,
            Audit audit,
            Clock clock,
            @Value("${liudan.password.days:90}") int maxPasswordDays) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
        this.maxPasswordDays = maxPasswordDays;
    }

    /**
     * Checks a password and records the attempt in the audit.
     *
     * @param address the network address of the client
     */
    public SignInResult signIn(String name, String password, String address) {
        var account = name.strip().toLowerCase(java.util.Locale.ROOT);
        var found = find(account);
        var outcome = found.map(stored -> signIn(stored, password)).orElseGet(() -> {
            // takes as long as for an existing account, so that the time does not reveal whether the account exists
            PasswordRules.matches(password, PasswordRules.DUMMY_HASH);
            return new SignInResult.WrongCredentials();
        });
        audit.record(
                new AuditSource(account, address), "sign-in", account, outcome instanceof SignInResult.SignInSuccess);
        return outcome;
    }

    private SignInResult signIn(Account account, String password) {
        var check = throttle.check(account, password);
        if (check instanceof PasswordCheck.PasswordLocked locked) {
            return new SignInResult.AccountLocked(locked.remaining());
        }
        if (check instanceof PasswordCheck.PasswordWrong) {
            return new SignInResult.WrongCredentials();
        }
        var seats = seats(account.account());
        return seats.isEmpty()
                ? new SignInResult.NoPost()
                : new SignInResult.SignInSuccess(
                        new Viewer(account.account(), account.name(), seats.get(0), seats), changeReason(account));
    }

    private Optional<PasswordChangeReason> changeReason(Account account) {
        if (account.mustChange()) {
            return Optional.of(PasswordChangeReason.ONE_TIME);
        }
        var age = Duration.between(account.passwordSetAt(), clock.instant());
        return maxPasswordDays > 0 && age.toDays() >= maxPasswordDays
                ? Optional.of(PasswordChangeReason.EXPIRED)
                : Optional.empty();
    }

    /** Changes the user's own password; returns why it was refused, or empty if it is done. */
    public Optional<Reason> changePassword(AuditSource source, String old, String chosen) {
        var stored = find(source.account()).orElseThrow();
        var check = throttle.check(stored, old);
        var fault = check instanceof PasswordCheck.PasswordLocked locked
                ? Optional.of(fault("password.locked", "old", locked.remaining().toMinutes() + 1))
                : check instanceof PasswordCheck.PasswordWrong
                        ? Optional.of(fault("password.old-wrong", "old"))
                        : PasswordRules.matches(chosen, stored.password())
                                ? Optional.of(fault("password.same", "chosen"))
                                : PasswordRules.fault(source.account(), chosen).map(key -> fault(key, "chosen"));
        if (fault.isEmpty()) {
            store(source.account(), chosen, false);
        }
        audit.record(source, "password", source.account(), fault.isEmpty());
        return fault;
    }

    private static Reason fault(String key, String field, Object... args) {
        return new Reason(key, List.of(args), Optional.of(field));
    }

    /** Sets a one-time password, unlocks the account, and returns the password. */
    public String resetPassword(String account, AuditSource source) {
        var password = PasswordRules.oneTime();
        store(account, password, true);
        audit.record(source, "password-reset", account, true);
        return password;
    }

    private void store(String account, String password, boolean mustChange) {
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
