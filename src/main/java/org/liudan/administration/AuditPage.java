package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.audit.AuditTrail;
import org.liudan.web.FieldView.Choice;

/**
 * What was done besides acting on orders.
 *
 * @param day as in an address, for example 2026-11-22; empty for all
 * @param next the address of the next page
 * @param first the address of the first page, when this isn't it
 */
public record AuditPage(
        String account,
        String kind,
        String day,
        List<Choice> kinds,
        List<AuditTrail.AuditEntry> entries,
        Optional<String> next,
        Optional<String> first) {

    /** What to call a kind; one that is not known by name is shown as it was written down. */
    public String nameOf(String kind) {
        return kinds.stream()
                .filter(choice -> choice.value().equals(kind))
                .findFirst()
                .map(Choice::label)
                .orElse(kind);
    }
}
