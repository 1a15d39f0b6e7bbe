package org.liudan.demo;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Cuts an area into pieces of about the same size that leave nothing out and don't overlap. */
final class Cutting {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Seven places of a degree are a centimetre; shapes are kept like this. */
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(1e7);

    private static final int ROUNDS = 15;

    private Cutting() {}

    /** So many pieces, each of what is nearer to its middle than to any other. */
    static List<Geometry> of(Geometry area, int pieces, Random lots) {
        var cut = around(Stream.generate(() -> within(area, lots)).limit(pieces).toList(), area);
        for (int round = 0; round < ROUNDS; round++) {
            cut = around(
                    cut.stream()
                            .map(piece -> piece.getCentroid().getCoordinate())
                            .toList(),
                    area);
        }
        return cut;
    }

    private static List<Geometry> around(List<Coordinate> middles, Geometry area) {
        if (middles.size() == 1) {
            return List.of(area);
        }
        var diagram = new VoronoiDiagramBuilder();
        diagram.setSites(middles);
        diagram.setClipEnvelope(area.getEnvelopeInternal());
        var cells = diagram.getDiagram(FACTORY);
        Map<Coordinate, Geometry> byMiddle = new HashMap<>();
        for (int number = 0; number < cells.getNumGeometries(); number++) {
            var cell = cells.getGeometryN(number);
            byMiddle.put((Coordinate) cell.getUserData(), cell);
        }
        return middles.stream()
                .map(byMiddle::get)
                .map(cell -> common(cell, area))
                .toList();
    }

    /** Somewhere in an area. */
    static Coordinate within(Geometry area, Random lots) {
        var box = area.getEnvelopeInternal();
        while (true) {
            var point = new Coordinate(
                    box.getMinX() + lots.nextDouble() * box.getWidth(),
                    box.getMinY() + lots.nextDouble() * box.getHeight());
            if (area.contains(FACTORY.createPoint(point))) {
                return point;
            }
        }
    }

    static Geometry together(Collection<Geometry> pieces) {
        return UnaryUnionNG.union(pieces, FACTORY, CENTIMETRES);
    }

    static Geometry common(Geometry one, Geometry other) {
        return polygons(OverlayNG.overlay(one, other, OverlayNG.INTERSECTION, CENTIMETRES));
    }

    static Geometry without(Geometry one, Geometry other) {
        return polygons(OverlayNG.overlay(one, other, OverlayNG.DIFFERENCE, CENTIMETRES));
    }

    /** Where two areas only touch, a line is common to them, which is no part of a region. */
    @SuppressWarnings("unchecked")
    private static Geometry polygons(Geometry mixed) {
        return FACTORY.buildGeometry((List<Polygon>) PolygonExtracter.getPolygons(mixed));
    }
}
