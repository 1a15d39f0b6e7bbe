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
 * What the security administrator does to accounts. Every attempt is recorded in the audit, including refused ones. Nobody
 * can change their own account. A person whose account is ended, whose password is reset or who loses a post is signed out
 * immediately.
 */
@Component
public class Appointments {

    private static final int NAME = 40;

    private static final String CREATE = """
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
    private static final String APPOINT = """
            insert into person_post (district_id, account, unit, post)
            values (:district, :account, :unit, :post)
            on conflict do nothing
            """;
    private static final String DISMISS = """
            delete from person_post
            where district_id = :district and account = :account and unit = :unit and post = :post
            """;
    private static final String SET_ENDED_AT = """
            update person
            set ended_at = :at
            where district_id = :district and account = :account
            """;

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

    /** Creates an account with its first post and a one-time password. */
    public OneTimePasswordResult create(String account, String name, Seat seat, AuditSource source) {
        var faults = new ArrayList<Reason>();
        if (!account.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            faults.add(new Reason("people.account.wrong", List.of(), Optional.of("account")));
        }
        if (name.isBlank() || name.length() > NAME) {
            faults.add(new Reason("people.name.missing", List.of(), Optional.of("name")));
        }
        PostRules.fits(seat, directories.current()).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return new OneTimePasswordResult.RefusedAppointment(faults);
        }
        var password = PasswordRules.oneTime();
        var hash = PasswordRules.hash(password);
        return transaction.execute(status -> {
            boolean created = of(CREATE, account)
                            .param("name", name.strip())
                            .param("password", hash)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            audit.record(source, "person-made", account, created);
            if (!created) {
                return new OneTimePasswordResult.RefusedAppointment(
                        List.of(new Reason("people.account.taken", List.of(), Optional.of("account"))));
            }
            writePost(APPOINT, account, seat);
            audit.record(source, "post-given", subject(account, seat), true);
            return new OneTimePasswordResult.OneTimePassword(password);
        });
    }

    /** Gives a post to a person; returns why it was refused, or empty if it is done. */
    public Optional<Reason> appoint(String account, Seat seat, AuditSource source) {
        return update(account, "post-given", subject(account, seat), source, person -> {
            var fault = PostRules.fits(seat, directories.current())
                    .or(() -> PostRules.checkSeparation(seat, person.seats()));
            if (fault.isEmpty()) {
                writePost(APPOINT, account, seat);
            }
            return fault;
        });
    }

    /** Takes a post from a person; returns why it was refused, or empty if it is done. */
    public Optional<Reason> dismiss(String account, Seat seat, AuditSource source) {
        return signOut(account, update(account, "post-taken", subject(account, seat), source, person -> {
            writePost(DISMISS, account, seat);
            return Optional.empty();
        }));
    }

    /** Sets a one-time password, and unlocks a locked account. */
    public OneTimePasswordResult resetPassword(String account, AuditSource source) {
        if (account.equals(source.account())) {
            audit.record(source, "password-reset", account, false);
            return new OneTimePasswordResult.RefusedAppointment(List.of(Reason.of("people.self")));
        }
        var password = accounts.resetPassword(account, source);
        signOut(account, Optional.empty());
        return new OneTimePasswordResult.OneTimePassword(password);
    }

    /** Ends an account, so that nobody can sign in with it; returns why it was refused, or empty if it is done. */
    public Optional<Reason> end(String account, AuditSource source) {
        return signOut(
                account,
                update(account, "person-ended", account, source, person -> setEndedAt(account, clock.instant())));
    }

    /** Restores an ended account; returns why it was refused, or empty if it is done. */
    public Optional<Reason> restore(String account, AuditSource source) {
        return update(account, "person-restored", account, source, person -> setEndedAt(account, null));
    }

    private Optional<Reason> update(
            String account,
            String kind,
            String subject,
            AuditSource source,
            Function<Person, Optional<Reason>> change) {
        return transaction.execute(status -> {
            // locks the person, so that two administrators can't give posts that exclude each other
            of(LOCK, account).query(String.class).single();
            var fault = account.equals(source.account())
                    ? Optional.of(Reason.of("people.self"))
                    : change.apply(people.find(account).orElseThrow());
            audit.record(source, kind, subject, fault.isEmpty());
            return fault;
        });
    }

    private Optional<Reason> setEndedAt(String account, @Nullable Instant at) {
        of(SET_ENDED_AT, account)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        return Optional.empty();
    }

    private void writePost(String sql, String account, Seat seat) {
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

    private static String subject(String account, Seat seat) {
        return account + " " + seat.unit() + "/" + seat.post();
    }
}
