package org.liudan.rulepages;

import java.util.ArrayList;
import java.util.List;

/** Shares the boxes of a method out to columns, ring by ring, and stands them one below the other. */
record Columns(List<List<Node>> shares) {

    static final int HEADING = 26;

    private static final int GAP = 16;

    /** The rings in their order, neighbours together in a column until there are no more than this many. */
    static Columns of(List<Node> nodes, int most) {
        var shares = new ArrayList<List<Node>>();
        for (var node : nodes) {
            var last = shares.isEmpty() ? List.<Node>of() : shares.get(shares.size() - 1);
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
        return new Columns(shares);
    }

    private static int weight(List<List<Node>> shares, int at) {
        return lines(shares.get(at)) + lines(shares.get(at + 1));
    }

    private static int lines(List<Node> share) {
        return share.stream()
                .mapToInt(node -> 3 + node.facts().size() + node.ways().size())
                .sum();
    }

    int count() {
        return shares.size();
    }

    List<Placed> placed(int top, int width) {
        var placed = new ArrayList<Placed>();
        for (int column = 0; column < shares.size(); column++) {
            int y = top;
            var ring = "";
            for (var node : shares.get(column)) {
                if (!node.ring().equals(ring)) {
                    y += HEADING;
                    ring = node.ring();
                }
                var box = Placed.of(node, placed.size(), column, y, width);
                placed.add(box);
                y += box.height() + GAP;
            }
        }
        return placed;
    }
}
