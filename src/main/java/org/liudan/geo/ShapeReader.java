package org.liudan.geo;

import java.util.ArrayList;
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
 * Reads the shapes of regions from a GeoJSON file and says everything that is wrong with it, each fault by the number of
 * the feature and by what it calls itself.
 */
public final class ShapeReader {

    static final int MOST_FEATURES = 5_000;
    static final int MOST_POINTS = 20_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 12;

    /**
     * What was read.
     *
     * @param source where the file says that it comes from; may be empty
     * @param faults nothing else is to be used while there are any
     */
    public record Read(Map<String, Geometry> shapes, String source, List<Reason> faults) {}

    /** Which regions there are. */
    public interface Regions {
        boolean has(String code);
    }

    private final Regions regions;
    private final GeoJson geoJson;
    private final Map<String, Geometry> shapes = new LinkedHashMap<>();
    private final List<Reason> faults = new ArrayList<>();

    private ShapeReader(Regions regions, UnaryOperator<Coordinates> toWgs84) {
        this.regions = regions;
        this.geoJson = new GeoJson(toWgs84);
    }

    /**
     * Reads a FeatureCollection whose features name their region as {@code code} or {@code adcode}.
     *
     * @param gcj02 true when its coordinates are shifted; they are put right
     */
    public static Read read(String text, boolean gcj02, Regions regions) {
        var reader = new ShapeReader(regions, gcj02 ? Gcj02::toWgs84 : place -> place);
        var source = reader.file(text);
        return new Read(
                reader.shapes, source, reader.faults.stream().limit(SHOWN).toList());
    }

    private String file(String text) {
        JsonNode file;
        try {
            file = JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            fault("shape.fault.not-json", where == null ? 1 : where.getLineNr());
            return "";
        }
        var features = file.path("features");
        if (!file.path("type").asString("").equals("FeatureCollection") || !features.isArray()) {
            fault("shape.fault.not-features");
        } else if (features.isEmpty()) {
            fault("shape.fault.empty");
        } else if (features.size() > MOST_FEATURES) {
            fault("shape.fault.too-many", features.size(), MOST_FEATURES);
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
        } else if (!regions.has(code)) {
            fault("shape.fault.unknown-code", number, name, code);
        } else if (shapes.containsKey(code)) {
            fault("shape.fault.twice", number, name, code);
        } else {
            try {
                var geometry = geoJson.geometry(feature.path("geometry"));
                check(number, name, geometry);
                shapes.put(code, geometry);
            } catch (GeoJson.NotAShape wrong) {
                faults.add(new Reason(
                        wrong.key(), List.of(Integer.toString(number), name, wrong.what()), Optional.of("file")));
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
        var wrong = new IsValidOp(geometry).getValidationError();
        if (geometry.getNumPoints() > MOST_POINTS) {
            fault("shape.fault.too-fine", number, name, geometry.getNumPoints(), MOST_POINTS);
        } else if (wrong != null) {
            var at = wrong.getCoordinate();
            fault("shape.fault.crosses", number, name, new Coordinates(at.x, at.y).toString());
        }
    }

    private void fault(String key, Object... args) {
        faults.add(new Reason(
                key, java.util.Arrays.stream(args).<Object>map(Object::toString).toList(), Optional.of("file")));
    }
}
