package org.liudan.rulepages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.drawing.Drawing;
import org.liudan.engine.method.Reason;

/**
 * Where the administrator tries a change of the rules.
 *
 * @param text the method file that is worked on; empty before one is chosen
 * @param lines how many lines it has
 * @param unreadable why a file that was sent can't be read
 * @param done what has just been done, in words
 */
public record RulebookPage(
        List<PublishedMethod> methods,
        List<OfferedText> offers,
        String text,
        int lines,
        List<FaultyLine> faults,
        Optional<ValidMethod> valid,
        Optional<Reason> unreadable,
        Optional<String> done) {

    /**
     * A method in force, and who published it.
     *
     * @param behind how many open orders go on under earlier versions
     */
    public record PublishedMethod(String id, String name, int version, Instant at, String by, long outdated) {}

    /** A method for which the product ships a text that the district has neither taken nor declined. */
    public record OfferedText(String id, String name) {}

    /** A line with something wrong. */
    public record FaultyLine(int line, String text, String reason) {}

    /** The method that the text declares, drawn, with the imaginary order that goes through it. */
    public record ValidMethod(String name, int steps, int actions, List<Drawing> drawings, TrialView trial) {}

    public boolean hasFaultAt(int line) {
        return faults.stream().anyMatch(fault -> fault.line() == line);
    }
}
