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
 * A raster of squares that shows which of them lie completely inside a shape and which are crossed by an edge. Of very many points,
 * only those near an edge must be tested one by one. A square that is missing from the raster touches no shape.
 *
 * @param side the side of a square in degrees; square (x, y) begins at longitude x × side and latitude y × side
 * @param inside true for a square that lies completely inside a shape, false for one whose points must be tested
 */
public record Coverage(double side, Map<Square, Boolean> inside) {

    private static final int SQUARES_ACROSS = 96;

    /** Each square is enlarged by this many degrees, so that rounding of its sides does not matter. */
    private static final double MARGIN = 1e-9;

    /** The column and row of a square. */
    public record Square(long x, long y) {}

    public Coverage {
        inside = Map.copyOf(inside);
    }

    static Coverage of(Collection<Geometry> shapes) {
        var extent = new Envelope();
        shapes.forEach(shape -> extent.expandToInclude(shape.getEnvelopeInternal()));
        double side = Math.max(1e-4, Math.max(extent.getWidth(), extent.getHeight()) / SQUARES_ACROSS);
        var inside = new HashMap<Square, Boolean>();
        shapes.forEach(shape -> add(PreparedGeometryFactory.prepare(shape), side, inside));
        return new Coverage(side, inside);
    }

    private static void add(PreparedGeometry shape, double side, Map<Square, Boolean> inside) {
        var bounds = shape.getGeometry().getEnvelopeInternal();
        for (long x = index(bounds.getMinX(), side); x <= index(bounds.getMaxX(), side); x++) {
            for (long y = index(bounds.getMinY(), side); y <= index(bounds.getMaxY(), side); y++) {
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

    private static long index(double degrees, double side) {
        return (long) Math.floor(degrees / side);
    }

    private static Geometry box(Square square, double side) {
        var box = new Envelope(square.x() * side, (square.x() + 1) * side, square.y() * side, (square.y() + 1) * side);
        box.expandBy(MARGIN);
        return new GeometryFactory().toGeometry(box);
    }
}
