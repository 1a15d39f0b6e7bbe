package org.liudan.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the GeoJSON geometries (RFC 7946) that a region may have: Polygon and MultiPolygon.
 *
 * @param toWgs84 converts each coordinate that is read
 */
record GeoJson(UnaryOperator<Coordinates> toWgs84) {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final JsonMapper JSON = new JsonMapper();

    /** The JSON is not a valid shape of a region; {@code key} is the message, {@code value} what was found. */
    static final class InvalidShapeException extends Exception {

        private final String key;
        private final String value;

        InvalidShapeException(String key, String value) {
            super(key + " " + value);
            this.key = key;
            this.value = value;
        }

        String key() {
            return key;
        }

        String value() {
            return value;
        }
    }

    /** Parses a geometry that {@link #write(Geometry)} has written. */
    static Geometry parseStored(String geometry) {
        try {
            return new GeoJson(place -> place).geometry(JSON.readTree(geometry));
        } catch (InvalidShapeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Geometry geometry(JsonNode json) throws InvalidShapeException {
        var type = json.path("type").asString("");
        var coordinates = json.path("coordinates");
        if (type.equals("Polygon")) {
            return polygon(coordinates);
        }
        if (!type.equals("MultiPolygon") || coordinates.isEmpty()) {
            throw new InvalidShapeException("shape.fault.not-a-polygon", type);
        }
        var parts = new ArrayList<Polygon>();
        for (var part : coordinates) {
            parts.add(polygon(part));
        }
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    private Polygon polygon(JsonNode rings) throws InvalidShapeException {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new InvalidShapeException("shape.fault.not-a-polygon", "");
        }
        var linearRings = new ArrayList<LinearRing>();
        for (var ring : rings) {
            linearRings.add(ring(ring));
        }
        return FACTORY.createPolygon(
                linearRings.get(0), linearRings.subList(1, linearRings.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode points) throws InvalidShapeException {
        var line = new ArrayList<Coordinate>();
        for (var point : points) {
            line.add(coordinate(point));
        }
        if (line.size() < 4 || !line.get(0).equals2D(line.get(line.size() - 1))) {
            throw new InvalidShapeException("shape.fault.open-ring", Integer.toString(line.size()));
        }
        return FACTORY.createLinearRing(line.toArray(Coordinate[]::new));
    }

    private Coordinate coordinate(JsonNode point) throws InvalidShapeException {
        if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
            throw new InvalidShapeException("shape.fault.no-number", point.toString());
        }
        double lon = point.get(0).asDouble();
        double lat = point.get(1).asDouble();
        if (Math.abs(lon) > 180 || Math.abs(lat) > 90 || !new Coordinates(lon, lat).inChina()) {
            throw new InvalidShapeException("shape.fault.not-in-china", lon + "," + lat);
        }
        var place = toWgs84.apply(new Coordinates(lon, lat));
        return new Coordinate(place.lon(), place.lat());
    }

    /** Writes a geometry as GeoJSON; seven decimal places are a centimetre. */
    static String write(Geometry geometry) {
        var text = new StringBuilder();
        if (geometry instanceof MultiPolygon multiPolygon) {
            text.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int part = 0; part < multiPolygon.getNumGeometries(); part++) {
                text.append(part == 0 ? "" : ",");
                write(text, (Polygon) multiPolygon.getGeometryN(part));
            }
            return text.append("]}").toString();
        }
        write(text.append("{\"type\":\"Polygon\",\"coordinates\":"), (Polygon) geometry);
        return text.append('}').toString();
    }

    private static void write(StringBuilder text, Polygon polygon) {
        text.append('[');
        write(text, polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            write(text.append(','), polygon.getInteriorRingN(hole));
        }
        text.append(']');
    }

    private static void write(StringBuilder text, LinearRing ring) {
        var points = List.of(ring.getCoordinates());
        text.append('[');
        for (int at = 0; at < points.size(); at++) {
            text.append(at == 0 ? "[" : ",[")
                    .append(Math.round(points.get(at).x * 1e7) / 1e7)
                    .append(',')
                    .append(Math.round(points.get(at).y * 1e7) / 1e7)
                    .append(']');
        }
        text.append(']');
    }
}
