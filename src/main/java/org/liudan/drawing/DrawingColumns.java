package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;

/** Distributes the boxes of a method over columns, ring by ring, one below the other. All lengths are in pixels. */
record DrawingColumns(List<List<DrawingNode>> columns) {

    static final int HEADING_HEIGHT = 26;

    private static final int GAP = 16;

    /** One column for each ring in order. Neighbouring rings with the fewest lines share a column until the maximum is met. */
    static DrawingColumns of(List<DrawingNode> nodes, int maximum) {
        var columns = new ArrayList<List<DrawingNode>>();
        for (var node : nodes) {
            var last = columns.isEmpty() ? List.<DrawingNode>of() : columns.get(columns.size() - 1);
            if (last.isEmpty() || !last.get(0).ring().equals(node.ring())) {
                columns.add(new ArrayList<>());
            }
            columns.get(columns.size() - 1).add(node);
        }
        while (columns.size() > maximum) {
            int smallest = 0;
            for (int i = 1; i < columns.size() - 1; i++) {
                if (weight(columns, i) < weight(columns, smallest)) {
                    smallest = i;
                }
            }
            columns.get(smallest).addAll(columns.remove(smallest + 1));
        }
        return new DrawingColumns(columns);
    }

    /** The lines that two neighbouring columns have together. */
    private static int weight(List<List<DrawingNode>> columns, int first) {
        return lines(columns.get(first)) + lines(columns.get(first + 1));
    }

    private static int lines(List<DrawingNode> column) {
        return column.stream()
                .mapToInt(node -> 3 + node.facts().size() + node.ways().size())
                .sum();
    }

    int count() {
        return columns.size();
    }

    /** The boxes with their positions, for columns of this width that begin at this height. */
    List<PlacedNode> placed(int top, int width) {
        var placed = new ArrayList<PlacedNode>();
        for (int column = 0; column < columns.size(); column++) {
            int y = top;
            var ring = "";
            for (var node : columns.get(column)) {
                if (!node.ring().equals(ring)) {
                    y += HEADING_HEIGHT;
                    ring = node.ring();
                }
                var box = PlacedNode.of(node, placed.size(), column, y, width);
                placed.add(box);
                y += box.height() + GAP;
            }
        }
        return placed;
    }
}
