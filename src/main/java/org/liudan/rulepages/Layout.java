package org.liudan.rulepages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liudan.rulepages.Drawing.Arrow;
import org.liudan.rulepages.Drawing.Box;
import org.liudan.rulepages.Drawing.Count;
import org.liudan.rulepages.Drawing.Heading;
import org.liudan.rulepages.Drawing.Line;
import org.liudan.rulepages.Lanes.Bundle;

/**
 * Draws a method: boxes in columns, ring after ring, and arrows that leave a box beside the action they stand for, ahead on
 * the right and back on the left, run in lanes between the columns and never cross a box.
 *
 * @param lane how far lanes lie from each other
 */
record Layout(String name, Columns columns, int width, int lane) {

    private static final int TRIES = 6;
    private static final int COUNT_WIDTH = 52;
    private static final int AHEAD = 11;
    private static final int BACK = 21;

    /** One way from a box to another. */
    private record Edge(Placed from, int y, Placed to, String label) {

        boolean back() {
            return to.order() <= from.order();
        }

        boolean leavesRight() {
            return !back();
        }

        int leaving() {
            return from.column() + (leavesRight() ? 1 : 0);
        }

        /** The gutter from which it reaches the box. */
        int reaching() {
            return to.column() == from.column() ? leaving() : to.column() + (leavesRight() ? 0 : 1);
        }

        /** Ways back reach a box a little below those ahead. */
        int entry() {
            return to.y() + (back() ? BACK : AHEAD);
        }

        boolean over() {
            return leaving() != reaching();
        }
    }

    static Drawing draw(String name, List<Node> nodes, int columns, int width, int lane) {
        return new Layout(name, Columns.of(nodes, columns), width, lane).drawing();
    }

    /** The width of the boxes and that of the gutters depend on each other: the gutters grow until it fits. */
    private Drawing drawing() {
        int gutters = 30 * (columns.count() + 1);
        for (int tried = 1; ; tried++) {
            int box = (width - gutters) / columns.count();
            var placed = columns.placed(0, box);
            var edges = edges(placed);
            var tops = tops(edges);
            int top = 6 + tops.size() * lane;
            placed = columns.placed(top, box);
            edges = edges(placed);
            var lanes = lanes(edges, tops);
            int needed = 0;
            for (int gutter = 0; gutter <= columns.count(); gutter++) {
                needed += lanes.width(gutter, lane);
            }
            if (needed <= gutters || tried == TRIES) {
                return new Placing(placed, edges, tops, lanes, box).drawing();
            }
            gutters = needed;
        }
    }

    private static List<Edge> edges(List<Placed> placed) {
        Map<String, Placed> byStep =
                placed.stream().collect(Collectors.toMap(box -> box.node().id(), box -> box));
        var edges = new ArrayList<Edge>();
        for (var box : placed) {
            for (int i = 0; i < box.exits().size(); i++) {
                var way = box.node().ways().get(i);
                int y = box.y() + box.exits().get(i);
                way.to().stream()
                        .flatMap(step -> java.util.stream.Stream.ofNullable(byStep.get(step)))
                        .forEach(to -> edges.add(new Edge(box, y, to, box.node().name() + ": " + way.words())));
            }
        }
        return edges;
    }

    /** The steps that are reached over the top, each with its lane there. */
    private static Map<String, Integer> tops(List<Edge> edges) {
        var tops = new LinkedHashMap<String, Integer>();
        edges.stream()
                .filter(Edge::over)
                .forEach(edge -> tops.putIfAbsent(edge.to().node().id(), tops.size()));
        return tops;
    }

    private Lanes lanes(List<Edge> edges, Map<String, Integer> tops) {
        var lanes = new Lanes();
        for (var edge : edges) {
            var step = edge.to().node().id();
            if (edge.over()) {
                lanes.use(new Bundle(edge.leaving(), step, edge.back(), true), edge.y(), overTop(tops, step));
                lanes.use(new Bundle(edge.reaching(), step, edge.back(), false), overTop(tops, step), edge.entry());
            } else {
                lanes.use(new Bundle(edge.leaving(), step, edge.back(), false), edge.y(), edge.entry());
            }
        }
        lanes.share();
        return lanes;
    }

    private int overTop(Map<String, Integer> tops, String step) {
        return 4 + tops.getOrDefault(step, 0) * lane;
    }

    /** The boxes and arrows, once it is known how wide everything is. */
    private final class Placing {

        private final List<Placed> placed;
        private final List<Edge> edges;
        private final Map<String, Integer> tops;
        private final Lanes lanes;
        private final int box;

        Placing(List<Placed> placed, List<Edge> edges, Map<String, Integer> tops, Lanes lanes, int box) {
            this.placed = placed;
            this.edges = edges;
            this.tops = tops;
            this.lanes = lanes;
            this.box = box;
        }

        Drawing drawing() {
            int height = placed.stream()
                            .mapToInt(one -> one.y() + one.height())
                            .max()
                            .orElse(0)
                    + 6;
            return new Drawing(
                    name,
                    gutter(columns.count()) + lanes.width(columns.count(), lane),
                    height,
                    headings(),
                    placed.stream().map(this::box).toList(),
                    edges.stream()
                            .map(edge -> new Arrow(path(edge), edge.back(), edge.label()))
                            .toList());
        }

        /** Where a gutter begins. */
        private int gutter(int number) {
            int x = 0;
            for (int before = 0; before < number; before++) {
                x += lanes.width(before, lane) + box;
            }
            return x;
        }

        private int left(int column) {
            return gutter(column) + lanes.width(column, lane);
        }

        private List<Heading> headings() {
            var headings = new ArrayList<Heading>();
            var ring = "";
            int column = -1;
            for (var one : placed) {
                if (one.column() != column || !one.node().ring().equals(ring)) {
                    headings.add(new Heading(
                            left(one.column()), one.y() - 8, box, one.node().ring()));
                    ring = one.node().ring();
                    column = one.column();
                }
            }
            return headings;
        }

        private Box box(Placed one) {
            int x = left(one.column());
            return new Box(
                    one.node().kind(),
                    x,
                    one.y(),
                    box,
                    one.height(),
                    one.texts().stream()
                            .map(text -> new Line(x + text.x(), one.y() + text.y(), text.text(), text.style()))
                            .toList(),
                    one.node()
                            .count()
                            .map(count -> new Count(
                                    x + box - COUNT_WIDTH - 5,
                                    one.y() + 5,
                                    COUNT_WIDTH,
                                    count.text(),
                                    count.label(),
                                    count.address())));
        }

        private String path(Edge edge) {
            var step = edge.to().node().id();
            int start = left(edge.from().column()) + (edge.leavesRight() ? box : 0);
            boolean fromLeft = edge.reaching() == edge.to().column();
            int end = left(edge.to().column()) + (fromLeft ? 0 : box);
            var path = new RoundedPath(start, edge.y());
            path.across(x(new Bundle(edge.leaving(), step, edge.back(), edge.over())));
            if (edge.over()) {
                path.down(overTop(tops, step));
                path.across(x(new Bundle(edge.reaching(), step, edge.back(), false)));
            }
            path.down(edge.entry());
            path.across(end + (fromLeft ? -2 : 2));
            return path.toString();
        }

        /** The first gutter counts its lanes from the boxes on its right, the others from those on their left. */
        private int x(Bundle bundle) {
            int offset = Lanes.EDGE + lanes.lane(bundle) * lane;
            return bundle.gutter() == 0 ? left(0) - offset : gutter(bundle.gutter()) + offset;
        }
    }
}
