package org.liudan.administration;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;

/**
 * The programs of the district, and the form for a new one.
 *
 * @param token of the one just made, shown this time only
 * @param tryout a first call with it
 * @param done what was just done, as a message key; empty for nothing
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
     * @param paused true after too many failures
     * @param failure what the last try met; empty when it went well
     */
    public record Hook(long id, String url, boolean paused, int failures, String failure) {}

    /** A new program. */
    public record ProgramForm(String name, String unit, String post, String expires) {}

    /** What is wrong with a field of the form; empty for nothing. */
    public Optional<Reason> wrong(String field) {
        return reasons.stream()
                .filter(reason -> reason.field().filter(field::equals).isPresent())
                .findFirst();
    }
}
