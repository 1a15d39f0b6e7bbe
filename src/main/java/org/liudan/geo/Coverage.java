package org.liudan.geo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Which squares of the earth lie wholly within some shape, and which are crossed by an edge, so that of very many points only
 * those near an edge have to be looked at one by one. In all other squares no point is in any shape.
 *
 * @param side of a square, in degrees; square x, y begins at x sides east and y sides north of nothing
 * @param inside the squares, each true where a point needs no looking at and false where it does
 */
public record Coverage(double side, Map<Square, Boolean> inside) {

    private static final int ACROSS = 96;

    /** A square takes in a little of its neighbours, so that it doesn't matter how its sides are rounded. */
    private static final double MORE = 1e-9;

    /** A square by its numbers. */
    public record Square(long x, long y) {}

    public Coverage {
        inside = Map.copyOf(inside);
    }

    static Coverage of(Collection<Geometry> shapes) {
        var all = new Envelope();
        shapes.forEach(shape -> all.expandToInclude(shape.getEnvelopeInternal()));
        double side = Math.max(1e-4, Math.max(all.getWidth(), all.getHeight()) / ACROSS);
        var inside = new HashMap<Square, Boolean>();
        shapes.forEach(shape -> add(PreparedGeometryFactory.prepare(shape), side, inside));
        return new Coverage(side, inside);
    }

    private static void add(PreparedGeometry shape, double side, Map<Square, Boolean> inside) {
        var around = shape.getGeometry().getEnvelopeInternal();
        for (long x = number(around.getMinX(), side); x <= number(around.getMaxX(), side); x++) {
            for (long y = number(around.getMinY(), side); y <= number(around.getMaxY(), side); y++) {
                var square = new Square(x, y);
                if (!inside.getOrDefault(square, false)) {
                    var box = box(square, side);
                    if (shape.intersects(box)) {
                        inside.put(square, shape.covers(box));
                    }
                }
            }
        }
    }

    private static long number(double degrees, double side) {
        return (long) Math.floor(degrees / side);
    }

    private static Geometry box(Square square, double side) {
        var box = new Envelope(square.x() * side, (square.x() + 1) * side, square.y() * side, (square.y() + 1) * side);
        box.expandBy(MORE);
        return new GeometryFactory().toGeometry(box);
    }
}
