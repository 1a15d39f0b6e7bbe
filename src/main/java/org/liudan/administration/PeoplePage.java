package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The accounts of the district, and the form for a new one.
 *
 * @param q what was searched for
 * @param next the address of the next page
 * @param first the address of the first page, when this isn't it
 * @param form the new account; filled in when it comes back
 */
public record PeoplePage(
        String query, List<Line> lines, Optional<String> next, Optional<String> first, PersonForm form, PostChoices choices) {

    /**
     * One account.
     *
     * @param state the end of a message key
     */
    public record Line(String account, String name, String state, List<String> posts) {}

    /** A new account. */
    public record PersonForm(String account, String name, String unit, String post, List<Reason> reasons) {

        static PersonForm empty() {
            return new PersonForm("", "", "", "", List.of());
        }

        public Optional<Reason> error(String field) {
            return reasons.stream()
                    .filter(reason -> reason.field().filter(field::equals).isPresent())
                    .findFirst();
        }
    }
}
