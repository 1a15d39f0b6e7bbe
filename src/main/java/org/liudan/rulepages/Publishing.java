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

/** Publishes the changes of an administrator, and records them in the audit. */
@Component
class Publishing {

    /** The file name used in faults; the text comes from a form. */
    static final String FILE = "method.yaml";

    private static final String AUDIT_KIND = "rulebook";

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
     * Puts a text in force. Returns empty if it has a fault, or if another version has been published since the base version.
     *
     * @param baseVersion the version that the text was compared with; 0 for a new method
     */
    Optional<Method> publish(String text, int baseVersion, AuditSource by) {
        var request = new Rulebook.Wish(FILE, text, baseVersion, by.account());
        try {
            return transaction.execute(status -> {
                var published = rulebook.publish(directories.district(), request);
                audit.record(
                        by,
                        AUDIT_KIND,
                        published
                                .map(method -> method.id() + " " + method.version())
                                .orElse("over " + baseVersion),
                        published.isPresent());
                return published;
            });
        } catch (RulebookFaults faults) {
            audit.record(by, AUDIT_KIND, "faults " + faults.faults().size(), false);
            return Optional.empty();
        }
    }

    /** Records in the audit that the administrator declined the shipped text. */
    void recordDecline(String method, AuditSource by) {
        audit.record(by, "rulebook-kept", method, true);
    }
}
