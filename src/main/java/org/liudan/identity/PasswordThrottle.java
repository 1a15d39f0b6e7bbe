package org.liudan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares passwords, wherever one is asked for: wrong ones are counted, and too many lock the account for a while. */
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

    /** What came of comparing. */
    sealed interface Guess {

        record Right() implements Guess {}

        record Wrong() implements Guess {}

        record Locked(Duration left) implements Guess {}
    }

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    PasswordThrottle(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    Guess compare(Account account, String password) {
        var now = clock.instant();
        // a lock longer than there is was set before the machine's clock was put back
        if (account.lockedUntil() != null
                && now.isBefore(account.lockedUntil())
                && !now.plus(LOCK).isBefore(account.lockedUntil())) {
            return new Guess.Locked(Duration.between(now, account.lockedUntil()));
        }
        if (!PasswordRules.matches(password, account.password())) {
            // a lock that has passed is forgotten: the count begins anew
            var failures = account.lockedUntil() == null ? account.failures() + 1 : 1;
            of(FAIL, account)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("most", FAILURES)
                    .param("until", now.plus(LOCK).atOffset(ZoneOffset.UTC))
                    .update();
            return failures >= FAILURES ? new Guess.Locked(LOCK) : new Guess.Wrong();
        }
        of(SUCCEED, account).update();
        return new Guess.Right();
    }

    private JdbcClient.StatementSpec of(String statement, Account account) {
        return jdbc.sql(statement).param("district", directories.district()).param("account", account.account());
    }
}
