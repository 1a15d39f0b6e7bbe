package org.liudan.identity;

import java.time.Clock;
import java.time.Instant;
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

    private final PersonTable table;
    private final TransactionOperations transaction;
    private final Directories directories;
    private final People people;
    private final Accounts accounts;
    private final Audit audit;
    private final FindByIndexNameSessionRepository<?> sessions;
    private final Clock clock;

    Appointments(
            PersonTable table,
            TransactionOperations transaction,
            Directories directories,
            People people,
            Accounts accounts,
            Audit audit,
            FindByIndexNameSessionRepository<?> sessions,
            Clock clock) {
        this.table = table;
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
            boolean created = table.insert(account, name.strip(), hash);
            audit.record(source, "person-made", account, created);
            if (!created) {
                return new OneTimePasswordResult.RefusedAppointment(
                        List.of(new Reason("people.account.taken", List.of(), Optional.of("account"))));
            }
            table.addPost(account, seat);
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
                table.addPost(account, seat);
            }
            return fault;
        });
    }

    /** Takes a post from a person; returns why it was refused, or empty if it is done. */
    public Optional<Reason> dismiss(String account, Seat seat, AuditSource source) {
        return signOut(account, update(account, "post-taken", subject(account, seat), source, person -> {
            table.removePost(account, seat);
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
            table.lock(account);
            var fault = account.equals(source.account())
                    ? Optional.of(Reason.of("people.self"))
                    : change.apply(people.find(account).orElseThrow());
            audit.record(source, kind, subject, fault.isEmpty());
            return fault;
        });
    }

    private Optional<Reason> setEndedAt(String account, @Nullable Instant at) {
        table.setEndedAt(account, at);
        return Optional.empty();
    }

    private Optional<Reason> signOut(String account, Optional<Reason> fault) {
        if (fault.isEmpty()) {
            sessions.findByPrincipalName(account).keySet().forEach(sessions::deleteById);
        }
        return fault;
    }

    private static String subject(String account, Seat seat) {
        return account + " " + seat.unit() + "/" + seat.post();
    }
}
