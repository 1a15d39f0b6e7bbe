package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A box with its size and its position in a column. All lengths are in pixels.
 *
 * @param order its number over all boxes; it tells whether an arrow leads ahead or back
 * @param exits how far below the top of the box each arrow leaves it
 */
record PlacedNode(
        DrawingNode node,
        int order,
        int column,
        int y,
        int height,
        List<PlacedText> texts,
        List<PlacedLabel> labels,
        List<Integer> exits) {

    static final int FONT_SIZE = 13;
    static final int LEADING = 18;
    static final int MARGIN = 9;
    private static final int COUNT_WIDTH = 58;
    private static final int INSET = 7;

    /** A line of text, with its position from the corner of the box. */
    record PlacedText(int x, int y, String text, String style) {}

    /** Lines in a frame of their own. */
    record PlacedLabel(int x, int y, int height, List<PlacedText> texts, java.util.Optional<String> address) {}

    static PlacedNode of(DrawingNode node, int order, int column, int y, int width) {
        var texts = new ArrayList<PlacedText>();
        var exits = new ArrayList<Integer>();
        int inner = width - 2 * MARGIN;
        int at = add(texts, node.name(), inner - (node.openOrders().isPresent() ? COUNT_WIDTH : 0), 20, "name");
        for (var fact : node.facts()) {
            at = add(texts, fact, inner, at, "fact");
        }
        at += node.ways().isEmpty() ? 0 : 4;
        for (var way : node.ways()) {
            exits.add(at - 4);
            at = add(texts, way.text(), inner, at, way.main() ? "main" : "act");
        }
        if (!node.stays().isEmpty()) {
            at = add(texts, node.stays(), inner, at + 2, "stays");
        }
        var labels = new ArrayList<PlacedLabel>();
        for (var effect : node.effects()) {
            var lines = new ArrayList<PlacedText>();
            int end = add(lines, effect.text(), inner - 2 * INSET, at + 5, "other");
            labels.add(new PlacedLabel(
                    MARGIN,
                    at - LEADING + 8,
                    end - at + 1,
                    lines.stream()
                            .map(line -> new PlacedText(line.x() + INSET, line.y(), line.text(), line.style()))
                            .toList(),
                    effect.address()));
            at = end + 6;
        }
        return new PlacedNode(node, order, column, y, at - LEADING + MARGIN, texts, labels, exits);
    }

    /** Adds a wrapped text, and returns the height of the line after it. */
    private static int add(List<PlacedText> texts, String text, int width, int from, String style) {
        int at = from;
        for (var line : TextWrapping.lines(text, width, FONT_SIZE)) {
            texts.add(new PlacedText(MARGIN, at, line, style));
            at += LEADING;
        }
        return at;
    }
}
