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

/** Divides an area into pieces of about the same size, without gaps and overlaps. */
final class AreaPartition {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Seven decimal places of a degree are a centimetre, as in stored shapes. */
    private static final PrecisionModel CENTIMETRES = new PrecisionModel(1e7);

    private static final int ITERATIONS = 15;

    private AreaPartition() {}

    /** Returns the pieces: Voronoi cells, moved towards equal size by Lloyd's algorithm. */
    static List<Geometry> partition(Geometry area, int count, Random random) {
        var pieces = voronoiCells(
                Stream.generate(() -> randomPoint(area, random)).limit(count).toList(), area);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            pieces = voronoiCells(
                    pieces.stream()
                            .map(piece -> piece.getCentroid().getCoordinate())
                            .toList(),
                    area);
        }
        return pieces;
    }

    private static List<Geometry> voronoiCells(List<Coordinate> sites, Geometry area) {
        if (sites.size() == 1) {
            return List.of(area);
        }
        var diagram = new VoronoiDiagramBuilder();
        diagram.setSites(sites);
        diagram.setClipEnvelope(area.getEnvelopeInternal());
        var cells = diagram.getDiagram(FACTORY);
        Map<Coordinate, Geometry> cellsBySite = new HashMap<>();
        for (int index = 0; index < cells.getNumGeometries(); index++) {
            var cell = cells.getGeometryN(index);
            cellsBySite.put((Coordinate) cell.getUserData(), cell);
        }
        return sites.stream()
                .map(cellsBySite::get)
                .map(cell -> intersection(cell, area))
                .toList();
    }

    /** Returns a random point in an area. */
    static Coordinate randomPoint(Geometry area, Random random) {
        var box = area.getEnvelopeInternal();
        while (true) {
            var point = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (area.contains(FACTORY.createPoint(point))) {
                return point;
            }
        }
    }

    /** Returns the union of the pieces. */
    static Geometry union(Collection<Geometry> pieces) {
        return UnaryUnionNG.union(pieces, FACTORY, CENTIMETRES);
    }

    static Geometry intersection(Geometry first, Geometry second) {
        return polygons(OverlayNG.overlay(first, second, OverlayNG.INTERSECTION, CENTIMETRES));
    }

    static Geometry difference(Geometry first, Geometry second) {
        return polygons(OverlayNG.overlay(first, second, OverlayNG.DIFFERENCE, CENTIMETRES));
    }

    /** Keeps the polygons only. The intersection of areas that touch contains lines, which are not part of a region. */
    @SuppressWarnings("unchecked")
    private static Geometry polygons(Geometry mixed) {
        return FACTORY.buildGeometry((List<Polygon>) PolygonExtracter.getPolygons(mixed));
    }
}
