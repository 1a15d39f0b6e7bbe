package org.liudan.rulepages;

import java.util.Optional;
import org.liudan.audit.Audit;
import org.liudan.audit.AuditSource;
import org.liudan.engine.method.Method;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.rulebook.RulebookFaults;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Publishes what an administrator has changed, and writes down who did. */
@Component
class Publishing {

    static final String FILE = "method.yaml";

    private static final String KIND = "rulebook";

    private final Rulebook rulebook;
    private final Directories directories;
    private final Audit audit;
    private final TransactionOperations transaction;

    Publishing(Rulebook rulebook, Directories directories, Audit audit, TransactionOperations transaction) {
        this.rulebook = rulebook;
        this.directories = directories;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Puts a text in force; empty when it has a fault or another version was published meanwhile.
     *
     * @param over the version whose difference was looked at
     */
    Optional<Method> publish(String text, int over, AuditSource by) {
        var wish = new Rulebook.Wish(FILE, text, over, by.account());
        try {
            return transaction.execute(status -> {
                var published = rulebook.publish(directories.district(), wish);
                audit.record(
                        by,
                        KIND,
                        published
                                .map(method -> method.id() + " " + method.version())
                                .orElse("over " + over),
                        published.isPresent());
                return published;
            });
        } catch (RulebookFaults faults) {
            audit.record(by, KIND, "faults " + faults.faults().size(), false);
            return Optional.empty();
        }
    }

    /** Writes down that the administrator keeps to the district's own text. */
    void recordDecline(String method, AuditSource by) {
        audit.record(by, "rulebook-kept", method, true);
    }
}
