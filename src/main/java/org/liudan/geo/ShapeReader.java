package org.liudan.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.liudan.engine.method.Reason;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the shapes of regions from a GeoJSON file and reports all its faults, each with the number and the name of the
 * feature.
 */
public final class ShapeReader {

    static final int MAX_FEATURES = 5_000;
    static final int MAX_POINTS = 20_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_FAULTS = 12;

    /**
     * The content of a file.
     *
     * @param shapes the geometry of each region, by its code
     * @param source the source that the file names; may be empty
     * @param faults the faults of the file; if there are any, the shapes must not be used
     */
    public record ParsedShapes(Map<String, Geometry> shapes, String source, List<Reason> faults) {}

    /** The codes of the regions that exist. */
    public interface KnownRegions {
        boolean contains(String code);
    }

    private final KnownRegions regions;
    private final GeoJson geoJson;
    private final Map<String, Geometry> shapes = new LinkedHashMap<>();
    private final List<Reason> faults = new ArrayList<>();

    private ShapeReader(KnownRegions regions, UnaryOperator<Coordinates> toWgs84) {
        this.regions = regions;
        this.geoJson = new GeoJson(toWgs84);
    }

    /**
     * Reads a FeatureCollection whose features name their region as {@code code} or {@code adcode}.
     *
     * @param gcj02 true when the coordinates of the file are shifted; they are converted to WGS-84
     */
    public static ParsedShapes read(String text, boolean gcj02, KnownRegions regions) {
        var reader = new ShapeReader(regions, gcj02 ? Gcj02::toWgs84 : place -> place);
        var source = reader.file(text);
        return new ParsedShapes(
                reader.shapes, source, reader.faults.stream().limit(MAX_FAULTS).toList());
    }

    private String file(String text) {
        JsonNode file;
        try {
            file = JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (JacksonException invalid) {
            var location = invalid.getLocation();
            fault("shape.fault.not-json", location == null ? 1 : location.getLineNr());
            return "";
        }
        var features = file.path("features");
        if (!file.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
            fault("shape.fault.not-features");
        } else if (features.isEmpty()) {
            fault("shape.fault.empty");
        } else if (features.size() > MAX_FEATURES) {
            fault("shape.fault.too-many", features.size(), MAX_FEATURES);
        } else {
            for (int number = 1; number <= features.size(); number++) {
                feature(number, features.get(number - 1));
            }
        }
        return file.path("source").asString("");
    }

    private void feature(int number, JsonNode feature) {
        var properties = feature.path("properties");
        var code = code(properties);
        var name = properties.path("name").asString(code);
        if (code.isEmpty()) {
            fault("shape.fault.no-code", number, name);
        } else if (!regions.contains(code)) {
            fault("shape.fault.unknown-code", number, name, code);
        } else if (shapes.containsKey(code)) {
            fault("shape.fault.twice", number, name, code);
        } else {
            try {
                var geometry = geoJson.geometry(feature.path("geometry"));
                check(number, name, geometry);
                shapes.put(code, geometry);
            } catch (GeoJson.InvalidShapeException invalid) {
                faults.add(new Reason(
                        invalid.key(), List.of(Integer.toString(number), name, invalid.value()), Optional.of("file")));
            }
        }
    }

    private static String code(JsonNode properties) {
        var code = properties.path("code");
        return (code.isMissingNode() ? properties.path("adcode") : code)
                .asString("")
                .strip();
    }

    private void check(int number, String name, Geometry geometry) {
        var error = new IsValidOp(geometry).getValidationError();
        if (geometry.getNumPoints() > MAX_POINTS) {
            fault("shape.fault.too-fine", number, name, geometry.getNumPoints(), MAX_POINTS);
        } else if (error != null) {
            var at = error.getCoordinate();
            fault("shape.fault.crosses", number, name, new Coordinates(at.x, at.y).toString());
        }
    }

    private void fault(String key, Object... args) {
        faults.add(new Reason(
                key, Arrays.stream(args).<Object>map(Object::toString).toList(), Optional.of("file")));
    }
}
