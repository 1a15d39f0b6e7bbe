package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The programs of the district, and the form for a new one.
 *
 * @param token the token of a new or renewed program, which is shown only once
 * @param tryout an example call with the token
 * @param done what was just done, as a message key; empty if nothing was
 * @param form the form for a new program, filled in if it is shown again
 * @param reasons the errors in the form
 */
public record ProgramsPage(
        List<Line> lines,
        Optional<String> token,
        String tryout,
        String done,
        ProgramForm form,
        List<Reason> reasons,
        PostChoices choices) {

    /**
     * One program.
     *
     * @param state the end of a message key
     */
    public record Line(
            long id, String name, String post, String state, String expires, String used, List<Hook> webhooks) {}

    /**
     * One of its webhooks.
     *
     * @param paused true if it was paused after too many failures
     * @param failures how many calls in a row have failed
     * @param failure the error of the last attempt; empty if it succeeded
     */
    public record Hook(long id, String url, boolean paused, int failures, String failure) {}

    /** The form for a new program. */
    public record ProgramForm(String name, String unit, String post, String expires) {}

    /** The error of a field of the form; empty if there is none. */
    public Optional<Reason> wrong(String field) {
        return reasons.stream()
                .filter(reason -> reason.field().filter(field::equals).isPresent())
                .findFirst();
    }
}
