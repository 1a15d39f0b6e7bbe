package org.liudan.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directories;
import org.liudan.organisation.PostRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the security administrator does to accounts. Every act is written down, also a refused one; nobody changes their
 * own account; whoever is ended, gets a new password or loses a post is signed out at once.
 */
@Component
public class Appointments {

    private static final int NAME = 40;

    private static final String MAKE = """
            insert into person (district_id, account, name, password, password_set_at, must_change)
            values (:district, :account, :name, :password, :now, true)
            on conflict do nothing
            """;
    private static final String HOLD = """
            select account
            from person
            where district_id = :district and account = :account
            for update
            """;
    private static final String APPOINT = """
            insert into person_post (district_id, account, unit, post)
            values (:district, :account, :unit, :post)
            on conflict do nothing
            """;
    private static final String DISMISS = """
            delete from person_post
            where district_id = :district and account = :account and unit = :unit and post = :post
            """;
    private static final String END = """
            update person
            set ended_at = :at
            where district_id = :district and account = :account
            """;

    /** What came of an act that gives a password to be used once. */
    public sealed interface Given {

        record Password(String once) implements Given {}

        record Refused(List<Reason> reasons) implements Given {}
    }

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Directories directories;
    private final People people;
    private final Accounts accounts;
    private final Audit audit;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final Clock clock;

    Appointments(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Directories directories,
            People people,
            Accounts accounts,
            Audit audit,
            FindByIndexNameSessionRepository<?> sessions,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.directories = directories;
        this.people = people;
        this.accounts = accounts;
        this.audit = audit;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Makes an account in a first post. */
    public Given make(String account, String name, Seat seat, AuditSource by) {
        var faults = new ArrayList<Reason>();
        if (!account.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            faults.add(new Reason("people.account.wrong", List.of(), Optional.of("account")));
        }
        if (name.isBlank() || name.length() > NAME) {
            faults.add(new Reason("people.name.missing", List.of(), Optional.of("name")));
        }
        PostRules.fits(seat, directories.current()).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return new Given.Refused(faults);
        }
        var password = PasswordRules.oneTime();
        var hash = PasswordRules.hash(password);
        return transaction.execute(status -> {
            boolean made = of(MAKE, account)
                            .param("name", name.strip())
                            .param("password", hash)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            audit.record(by, "person-made", account, made);
            if (!made) {
                return new Given.Refused(
                        List.of(new Reason("people.account.taken", List.of(), Optional.of("account"))));
            }
            post(APPOINT, account, seat);
            audit.record(by, "post-given", told(account, seat), true);
            return new Given.Password(password);
        });
    }

    public Optional<Reason> appoint(String account, Seat seat, AuditSource by) {
        return act(account, "post-given", told(account, seat), by, person -> {
            var fault = PostRules.fits(seat, directories.current()).or(() -> PostRules.apart(seat, person.seats()));
            if (fault.isEmpty()) {
                post(APPOINT, account, seat);
            }
            return fault;
        });
    }

    public Optional<Reason> dismiss(String account, Seat seat, AuditSource by) {
        return signOut(account, act(account, "post-taken", told(account, seat), by, person -> {
            post(DISMISS, account, seat);
            return Optional.empty();
        }));
    }

    /** Gives somebody a new password to be used once, and opens a locked account. */
    public Given resetPassword(String account, AuditSource by) {
        if (account.equals(by.account())) {
            audit.record(by, "password-reset", account, false);
            return new Given.Refused(List.of(Reason.of("people.self")));
        }
        var password = accounts.resetPassword(account, by);
        signOut(account, Optional.empty());
        return new Given.Password(password);
    }

    /** Ends an account: nobody can sign in with it any more. */
    public Optional<Reason> end(String account, AuditSource by) {
        return signOut(account, act(account, "person-ended", account, by, person -> mark(account, clock.instant())));
    }

    public Optional<Reason> restore(String account, AuditSource by) {
        return act(account, "person-restored", account, by, person -> mark(account, null));
    }

    private Optional<Reason> act(
            String account, String kind, String subject, AuditSource by, Function<Person, Optional<Reason>> what) {
        return transaction.execute(status -> {
            // one act at a time on a person, so that two can't give posts that don't go together
            of(HOLD, account).query(String.class).single();
            var fault = account.equals(by.account())
                    ? Optional.of(Reason.of("people.self"))
                    : what.apply(people.find(account).orElseThrow());
            audit.record(by, kind, subject, fault.isEmpty());
            return fault;
        });
    }

    private Optional<Reason> mark(String account, @Nullable Instant at) {
        of(END, account)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return Optional.empty();
    }

    private void post(String sql, String account, Seat seat) {
        of(sql, account).param("unit", seat.unit()).param("post", seat.post()).update();
    }

    private Optional<Reason> signOut(String account, Optional<Reason> fault) {
        if (fault.isEmpty()) {
            sessions.findByPrincipalName(account).keySet().forEach(sessions::deleteById);
        }
        return fault;
    }

    private JdbcClient.StatementSpec of(String sql, String account) {
        return jdbc.sql(sql).param("district", directories.district()).param("account", account);
    }

    private static String told(String account, Seat seat) {
        return account + " " + seat.unit() + "/" + seat.post();
    }
}
