package org.liudan.rulepages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.drawing.Drawing;
import org.liudan.engine.method.Reason;

/**
 * The page where the administrator tries a change of the rules.
 *
 * @param offers the shipped texts that are neither published nor declined
 * @param text the method file in the editor; empty before one is chosen
 * @param lines the number of its lines
 * @param valid the method that the text declares; empty if it has faults
 * @param unreadable why an uploaded file can't be read
 * @param done a message about what has just been published
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
     * @param outdated the number of open orders under earlier versions
     */
    public record PublishedMethod(String id, String name, int version, Instant at, String by, long outdated) {}

    /** A method whose shipped text the district has neither published nor declined. */
    public record OfferedText(String id, String name) {}

    /**
     * A line with a fault.
     *
     * @param line its number, from 1
     */
    public record FaultyLine(int line, String text, String reason) {}

    /** A method without faults: its size, its drawings, and the trial with an imaginary order. */
    public record ValidMethod(String name, int steps, int actions, List<Drawing> drawings, TrialView trial) {}

    /** True if the line of this number has a fault. */
    public boolean hasFaultAt(int line) {
        return faults.stream().anyMatch(fault -> fault.line() == line);
    }
}
