package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.liudan.drawing.Drawing.Arrow;
import org.liudan.drawing.Drawing.Box;
import org.liudan.drawing.Drawing.CountBadge;
import org.liudan.drawing.Drawing.Heading;
import org.liudan.drawing.Drawing.Label;
import org.liudan.drawing.Drawing.TextLine;
import org.liudan.drawing.Lanes.Bundle;

/**
 * Places boxes and arrows after all widths are known. All lengths are in pixels.
 *
 * @param topLanes the steps that are reached over the top, each with the number of its lane there
 * @param box the width of the boxes
 * @param lane the distance between two lanes
 */
record NodePlacement(
        List<PlacedNode> placed,
        List<DrawingEdge> edges,
        Map<String, Integer> topLanes,
        Lanes lanes,
        int box,
        int lane) {

    private static final int COUNT_WIDTH = 52;

    /** The height of the lane in which a step is reached over the top. */
    static int topLaneY(Map<String, Integer> topLanes, String step, int lane) {
        return 4 + topLanes.getOrDefault(step, 0) * lane;
    }

    Drawing drawing(String name, int columns) {
        int height =
                placed.stream().mapToInt(node -> node.y() + node.height()).max().orElse(0) + 6;
        return new Drawing(
                name,
                gutter(columns) + lanes.width(columns, lane),
                height,
                headings(),
                placed.stream().map(this::box).toList(),
                edges.stream()
                        .map(edge -> new Arrow(path(edge), edge.back(), edge.label()))
                        .toList());
    }

    /** The left edge of a gutter. */
    private int gutter(int number) {
        int x = 0;
        for (int before = 0; before < number; before++) {
            x += lanes.width(before, lane) + box;
        }
        return x;
    }

    /** The left edge of a column. */
    private int left(int column) {
        return gutter(column) + lanes.width(column, lane);
    }

    private List<Heading> headings() {
        var headings = new ArrayList<Heading>();
        var ring = "";
        int column = -1;
        for (var node : placed) {
            if (node.column() != column || !node.node().ring().equals(ring)) {
                headings.add(new Heading(
                        left(node.column()), node.y() - 8, box, node.node().ring()));
                ring = node.node().ring();
                column = node.column();
            }
        }
        return headings;
    }

    private Box box(PlacedNode node) {
        int x = left(node.column());
        return new Box(
                node.node().kind(),
                x,
                node.y(),
                box,
                node.height(),
                lines(node.texts(), x, node.y()),
                node.labels().stream()
                        .map(label -> new Label(
                                x + label.x(),
                                node.y() + label.y(),
                                box - 2 * label.x(),
                                label.height(),
                                lines(label.texts(), x, node.y()),
                                label.address()))
                        .toList(),
                node.node()
                        .openOrders()
                        .map(count -> new CountBadge(
                                x + box - COUNT_WIDTH - 5,
                                node.y() + 5,
                                COUNT_WIDTH,
                                count.text(),
                                count.label(),
                                count.address())));
    }

    private static List<TextLine> lines(List<PlacedNode.PlacedText> texts, int x, int y) {
        return texts.stream()
                .map(text -> new TextLine(x + text.x(), y + text.y(), text.text(), text.style()))
                .toList();
    }

    private String path(DrawingEdge edge) {
        var step = edge.to().node().id();
        int start = left(edge.from().column()) + (edge.leavesRight() ? box : 0);
        boolean fromLeft = edge.entryGutter() == edge.to().column();
        int end = left(edge.to().column()) + (fromLeft ? 0 : box);
        var path = new RoundedPath(start, edge.y());
        path.horizontalTo(x(new Bundle(edge.exitGutter(), step, edge.back(), edge.overTop())));
        if (edge.overTop()) {
            path.verticalTo(topLaneY(topLanes, step, lane));
            path.horizontalTo(x(new Bundle(edge.entryGutter(), step, edge.back(), false)));
        }
        path.verticalTo(edge.entryY());
        path.horizontalTo(end + (fromLeft ? -2 : 2));
        return path.toString();
    }

    /**
     * The position of a lane. The lanes of the first gutter are counted from the boxes on its right, the lanes of other gutters
     * from the boxes on their left.
     */
    private int x(Bundle bundle) {
        int offset = Lanes.EDGE + lanes.lane(bundle) * lane;
        return bundle.gutter() == 0 ? left(0) - offset : gutter(bundle.gutter()) + offset;
    }
}
