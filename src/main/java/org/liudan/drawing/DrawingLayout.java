package org.liudan.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liudan.drawing.Lanes.Bundle;

/**
 * Draws a method. The boxes are in columns, ring after ring. An arrow leaves its box beside the text of its action, on the right
 * if it leads ahead and on the left if it leads back. Arrows run in lanes between the columns and never cross a box.
 *
 * @param width the width of the drawing in pixels
 * @param lane the distance between two lanes in pixels
 */
public record DrawingLayout(String name, DrawingColumns columns, int width, int lane) {

    private static final int MAX_ATTEMPTS = 6;

    /**
     * Draws a method.
     *
     * @param name unique among the drawings of a page
     * @param columns the maximum number of columns
     * @param width the width of the drawing in pixels
     * @param lane the distance between two lanes in pixels
     */
    public static Drawing draw(String name, List<DrawingNode> nodes, int columns, int width, int lane) {
        return new DrawingLayout(name, DrawingColumns.of(nodes, columns), width, lane).drawing();
    }

    /** The widths of boxes and gutters depend on each other, so the gutters grow until their lanes fit. */
    private Drawing drawing() {
        int gutters = 30 * (columns.count() + 1);
        for (int attempt = 1; ; attempt++) {
            int box = (width - gutters) / columns.count();
            var placed = columns.placed(0, box);
            var edges = edges(placed);
            var topLanes = topLanes(edges);
            int top = 6 + topLanes.size() * lane;
            placed = columns.placed(top, box);
            edges = edges(placed);
            var lanes = lanes(edges, topLanes);
            int needed = 0;
            for (int gutter = 0; gutter <= columns.count(); gutter++) {
                needed += lanes.width(gutter, lane);
            }
            if (needed <= gutters || attempt == MAX_ATTEMPTS) {
                return new NodePlacement(placed, edges, topLanes, lanes, box, lane).drawing(name, columns.count());
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

    /** The steps that are reached over the top, each with the number of its lane there. */
    private static Map<String, Integer> topLanes(List<DrawingEdge> edges) {
        var topLanes = new LinkedHashMap<String, Integer>();
        edges.stream()
                .filter(DrawingEdge::overTop)
                .forEach(edge -> topLanes.putIfAbsent(edge.to().node().id(), topLanes.size()));
        return topLanes;
    }

    private Lanes lanes(List<DrawingEdge> edges, Map<String, Integer> topLanes) {
        var lanes = new Lanes();
        for (var edge : edges) {
            var step = edge.to().node().id();
            if (edge.overTop()) {
                lanes.add(new Bundle(edge.exitGutter(), step, edge.back(), true), edge.y(), topLaneY(topLanes, step));
                lanes.add(
                        new Bundle(edge.entryGutter(), step, edge.back(), false),
                        topLaneY(topLanes, step),
                        edge.entryY());
            } else {
                lanes.add(new Bundle(edge.exitGutter(), step, edge.back(), false), edge.y(), edge.entryY());
            }
        }
        lanes.assignLanes();
        return lanes;
    }

    private int topLaneY(Map<String, Integer> topLanes, String step) {
        return NodePlacement.topLaneY(topLanes, step, lane);
    }
}
