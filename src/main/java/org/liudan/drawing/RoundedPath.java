package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;

/** A path of straight lines with rounded corners. Horizontal and vertical lines take turns. */
final class RoundedPath {

    private static final int RADIUS = 5;

    private record Point(int x, int y) {}

    private final List<Point> points = new ArrayList<>();

    RoundedPath(int x, int y) {
        points.add(new Point(x, y));
    }

    void horizontalTo(int x) {
        points.add(new Point(x, last().y()));
    }

    void verticalTo(int y) {
        points.add(new Point(last().x(), y));
    }

    private Point last() {
        return points.get(points.size() - 1);
    }

    /** The value for the attribute {@code d} of an SVG path. */
    @Override
    public String toString() {
        var path =
                new StringBuilder("M" + points.get(0).x() + " " + points.get(0).y());
        for (int i = 1; i < points.size() - 1; i++) {
            var corner = points.get(i);
            var before = toward(corner, points.get(i - 1));
            var after = toward(corner, points.get(i + 1));
            path.append(" L%d %d Q%d %d %d %d"
                    .formatted(before.x(), before.y(), corner.x(), corner.y(), after.x(), after.y()));
        }
        return path + " L" + last().x() + " " + last().y();
    }

    /** The point on the line from a corner to another at which the rounding begins. */
    private static Point toward(Point corner, Point other) {
        int dx = other.x() - corner.x();
        int dy = other.y() - corner.y();
        int radius = Math.min(RADIUS, (Math.abs(dx) + Math.abs(dy)) / 2);
        return new Point(corner.x() + Integer.signum(dx) * radius, corner.y() + Integer.signum(dy) * radius);
    }
}
