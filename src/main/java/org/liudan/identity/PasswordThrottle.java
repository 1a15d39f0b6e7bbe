package org.liudan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks passwords. Counts failures, and locks the account for a while after too many. */
@Component
class PasswordThrottle {

    static final int FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);

    private static final String FAIL = """
            update person
            set failures = case when locked_until <= :now or locked_until > :until then 1 else failures + 1 end,
                locked_until = case
                    when locked_until <= :now or locked_until > :until then null
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

    /** The result of checking a password. */
    sealed interface PasswordCheck {

        record PasswordCorrect() implements PasswordCheck {}

        record PasswordWrong() implements PasswordCheck {}

        record PasswordLocked(Duration remaining) implements PasswordCheck {}
    }

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    PasswordThrottle(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    PasswordCheck check(Account account, String password) {
        var now = clock.instant();
        // ignores a lock that ends too late: it was set before the system clock was set back
        if (account.lockedUntil() != null
                && now.isBefore(account.lockedUntil())
                && !now.plus(LOCK).isBefore(account.lockedUntil())) {
            return new PasswordCheck.PasswordLocked(Duration.between(now, account.lockedUntil()));
        }
        if (!PasswordRules.matches(password, account.password())) {
            // after an expired lock, counting starts again
            var failures = account.lockedUntil() == null ? account.failures() + 1 : 1;
            of(FAIL, account)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("most", FAILURES)
                    .param("until", now.plus(LOCK).atOffset(ZoneOffset.UTC))
                    .update();
            return failures >= FAILURES ? new PasswordCheck.PasswordLocked(LOCK) : new PasswordCheck.PasswordWrong();
        }
        of(SUCCEED, account).update();
        return new PasswordCheck.PasswordCorrect();
    }

    private JdbcClient.StatementSpec of(String statement, Account account) {
        return jdbc.sql(statement).param("district", directories.district()).param("account", account.account());
    }
}
