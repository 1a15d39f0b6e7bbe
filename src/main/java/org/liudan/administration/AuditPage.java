package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.audit.AuditTrail;
import org.liudan.web.FieldView.Choice;

/**
 * The audit: what users did apart from actions on orders.
 *
 * @param account the account to filter by; empty for all
 * @param kind the kind of entry to filter by; empty for all
 * @param day the day to filter by, for example 2026-11-22; empty for all
 * @param next the address of the next page; empty on the last page
 * @param first the address of the first page; empty on the first page
 */
public record AuditPage(
        String account,
        String kind,
        String day,
        List<Choice> kinds,
        List<AuditTrail.AuditEntry> entries,
        Optional<String> next,
        Optional<String> first) {

    /** The name of a kind; an unknown kind is shown as it was recorded. */
    public String nameOf(String kind) {
        return kinds.stream()
                .filter(choice -> choice.value().equals(kind))
                .findFirst()
                .map(Choice::label)
                .orElse(kind);
    }
}
