package org.liudan.signin;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.web.PageContext;

/**
 * Where somebody changes their password.
 *
 * @param must why it has to be changed before anything else, as a message key
 * @param reasons what is wrong with what was sent
 */
public record PasswordPage(Optional<String> must, List<Reason> reasons, boolean done) {

    /** What is wrong with a field; empty if nothing is. */
    public String wrong(String field, PageContext screen) {
        return reasons.stream()
                .filter(reason -> reason.field().filter(field::equals).isPresent())
                .map(screen::reason)
                .findFirst()
                .orElse("");
    }
}
