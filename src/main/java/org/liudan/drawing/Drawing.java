package org.liudan.drawing;

import java.util.List;
import java.util.Optional;

/**
 * A method drawn: boxes, texts and arrows with their places, for an SVG of this size.
 *
 * @param name tells the drawings of one page apart
 */
public record Drawing(String name, int width, int height, List<Heading> headings, List<Box> boxes, List<Arrow> arrows) {

    /** The name of a ring above its steps. */
    public record Heading(int x, int y, int width, String text) {}

    /**
     * One step, or where orders begin, or what may be done anywhere.
     *
     * @param kind {@code start}, {@code open}, {@code anywhere} or {@code closed}
     */
    public record Box(
            String kind,
            int x,
            int y,
            int width,
            int height,
            List<TextLine> lines,
            List<Label> labels,
            Optional<CountBadge> count) {}

    /**
     * What an action at the step has to do with other orders, in a frame of its own.
     *
     * @param address the page of the other method, where it is just one
     */
    public record Label(int x, int y, int width, int height, List<TextLine> lines, Optional<String> address) {}

    /**
     * A line of text.
     *
     * @param style {@code name}, {@code fact}, {@code act}, {@code main}, {@code stays} or {@code other}
     */
    public record TextLine(int x, int y, String text, String style) {}

    /** How many open orders stand at a step, and where they are listed. */
    public record CountBadge(int x, int y, int width, String text, String label, String address) {}

    /**
     * A way from an action to a step.
     *
     * @param path as in the {@code d} of a path
     * @param back true when it leads to an earlier step
     */
    public record Arrow(String path, boolean back, String label) {}
}
