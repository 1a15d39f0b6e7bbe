package org.liudan.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liudan.drawing.Lanes.Bundle;

/**
 * Draws a method: boxes in columns, ring after ring, and arrows that leave a box beside the action they stand for, ahead on
 * the right and back on the left, run in lanes between the columns and never cross a box.
 *
 * @param lane how far lanes lie from each other
 */
public record DrawingLayout(String name, DrawingColumns columns, int width, int lane) {

    private static final int TRIES = 6;

    public static Drawing draw(String name, List<DrawingNode> nodes, int columns, int width, int lane) {
        return new DrawingLayout(name, DrawingColumns.of(nodes, columns), width, lane).drawing();
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
                return new NodePlacement(placed, edges, tops, lanes, box, lane).drawing(name, columns.count());
            }
            gutters = needed;
        }
    }

    private static List<DrawingEdge> edges(List<PlacedNode> placed) {
        Map<String, PlacedNode> byStep =
                placed.stream().collect(Collectors.toMap(box -> box.node().id(), box -> box));
        var edges = new ArrayList<DrawingEdge>();
        for (var box : placed) {
            for (int i = 0; i < box.exits().size(); i++) {
                var way = box.node().ways().get(i);
                int y = box.y() + box.exits().get(i);
                way.to().stream()
                        .flatMap(step -> java.util.stream.Stream.ofNullable(byStep.get(step)))
                        .forEach(to ->
                                edges.add(new DrawingEdge(box, y, to, box.node().name() + ": " + way.text())));
            }
        }
        return edges;
    }

    /** The steps that are reached over the top, each with its lane there. */
    private static Map<String, Integer> tops(List<DrawingEdge> edges) {
        var tops = new LinkedHashMap<String, Integer>();
        edges.stream()
                .filter(DrawingEdge::overTop)
                .forEach(edge -> tops.putIfAbsent(edge.to().node().id(), tops.size()));
        return tops;
    }

    private Lanes lanes(List<DrawingEdge> edges, Map<String, Integer> tops) {
        var lanes = new Lanes();
        for (var edge : edges) {
            var step = edge.to().node().id();
            if (edge.overTop()) {
                lanes.add(new Bundle(edge.exitGutter(), step, edge.back(), true), edge.y(), overTop(tops, step));
                lanes.add(new Bundle(edge.entryGutter(), step, edge.back(), false), overTop(tops, step), edge.entry());
            } else {
                lanes.add(new Bundle(edge.exitGutter(), step, edge.back(), false), edge.y(), edge.entry());
            }
        }
        lanes.assignLanes();
        return lanes;
    }

    private int overTop(Map<String, Integer> tops, String step) {
        return NodePlacement.overTop(tops, step, lane);
    }
}
