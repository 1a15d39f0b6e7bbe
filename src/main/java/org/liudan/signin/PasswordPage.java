package org.liudan.signin;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.web.PageContext;

/**
 * The page to change one's own password.
 *
 * @param mustChange why the password has to be changed first, as a message key
 * @param reasons the errors in what was submitted
 * @param done true if the password was just changed
 */
public record PasswordPage(Optional<String> mustChange, List<Reason> reasons, boolean done) {

    /** The error message of a field; empty if there is none. */
    public String error(String field, PageContext context) {
        return reasons.stream()
                .filter(reason -> reason.field().filter(field::equals).isPresent())
                .map(context::reason)
                .findFirst()
                .orElse("");
    }
}
