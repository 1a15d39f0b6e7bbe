package org.liudan.drawing;

import java.util.List;
import java.util.Optional;

/**
 * The drawing of a method: boxes, texts and arrows with their positions in an SVG of this size. All lengths are in pixels.
 *
 * @param name unique among the drawings of a page
 */
public record Drawing(String name, int width, int height, List<Heading> headings, List<Box> boxes, List<Arrow> arrows) {

    /** The name of a ring above its steps. */
    public record Heading(int x, int y, int width, String text) {}

    /**
     * The box of a step, of the start, or of the actions that are possible at every open step.
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
     * The effect of an action on other orders, in a frame of its own.
     *
     * @param address the page of the other method; empty if there is none or more than one
     */
    public record Label(int x, int y, int width, int height, List<TextLine> lines, Optional<String> address) {}

    /**
     * A line of text.
     *
     * @param style {@code name}, {@code fact}, {@code act}, {@code main}, {@code stays} or {@code other}
     */
    public record TextLine(int x, int y, String text, String style) {}

    /**
     * The number of open orders at a step, with a link to their list.
     *
     * @param text the number, for the badge
     * @param label the same for a screen reader
     * @param address the ledger with these orders
     */
    public record CountBadge(int x, int y, int width, String text, String label, String address) {}

    /**
     * An arrow from an action to a step.
     *
     * @param path the value for the attribute {@code d} of an SVG path
     * @param back true if it leads to an earlier step
     */
    public record Arrow(String path, boolean back, String label) {}
}
