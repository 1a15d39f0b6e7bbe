package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The accounts of the district, and the form for a new one.
 *
 * @param query the search text
 * @param next the address of the next page; empty on the last page
 * @param first the address of the first page; empty on the first page
 * @param form the form for a new account, filled in if it is shown again
 */
public record PeoplePage(
        String query,
        List<Line> lines,
        Optional<String> next,
        Optional<String> first,
        PersonForm form,
        PostChoices choices) {

    /**
     * One account.
     *
     * @param state the end of a message key, for example {@code must-change}
     */
    public record Line(String account, String name, String state, List<String> posts) {}

    /** The form for a new account. */
    public record PersonForm(String account, String name, String unit, String post, List<Reason> reasons) {

        static PersonForm empty() {
            return new PersonForm("", "", "", "", List.of());
        }

        /** The error of a field; empty if there is none. */
        public Optional<Reason> error(String field) {
            return reasons.stream()
                    .filter(reason -> reason.field().filter(field::equals).isPresent())
                    .findFirst();
        }
    }
}
