package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;

/** Shares the boxes of a method out to columns, ring by ring, and stands them one below the other. */
record DrawingColumns(List<List<DrawingNode>> columns) {

    static final int HEADING = 26;

    private static final int GAP = 16;

    /** The rings in their order, neighbours together in a column until there are no more than this many. */
    static DrawingColumns of(List<DrawingNode> nodes, int most) {
        var shares = new ArrayList<List<DrawingNode>>();
        for (var node : nodes) {
            var last = shares.isEmpty() ? List.<DrawingNode>of() : shares.get(shares.size() - 1);
            if (last.isEmpty() || !last.get(0).ring().equals(node.ring())) {
                shares.add(new ArrayList<>());
            }
            shares.get(shares.size() - 1).add(node);
        }
        while (shares.size() > most) {
            int least = 0;
            for (int i = 1; i < shares.size() - 1; i++) {
                if (weight(shares, i) < weight(shares, least)) {
                    least = i;
                }
            }
            shares.get(least).addAll(shares.remove(least + 1));
        }
        return new DrawingColumns(shares);
    }

    private static int weight(List<List<DrawingNode>> shares, int at) {
        return lines(shares.get(at)) + lines(shares.get(at + 1));
    }

    private static int lines(List<DrawingNode> share) {
        return share.stream()
                .mapToInt(node -> 3 + node.facts().size() + node.ways().size())
                .sum();
    }

    int count() {
        return columns.size();
    }

    List<PlacedNode> placed(int top, int width) {
        var placed = new ArrayList<PlacedNode>();
        for (int column = 0; column < columns.size(); column++) {
            int y = top;
            var ring = "";
            for (var node : columns.get(column)) {
                if (!node.ring().equals(ring)) {
                    y += HEADING;
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
