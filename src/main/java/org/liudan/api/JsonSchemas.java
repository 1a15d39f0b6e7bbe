package org.liudan.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartFile;

/** JSON Schemas of requests and responses, made from their records. The simple name of a record is the name of its schema. */
final class JsonSchemas {

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(OptionalLong.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(OptionalDouble.class, Map.of("type", "number")),
            Map.entry(MultipartFile.class, Map.of("type", "string", "format", "binary")),
            Map.entry(Resource.class, Map.of("type", "string", "format", "binary")),
            Map.entry(Object.class, Map.of()));

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();

    /** The schemas of all records seen so far, by name. */
    Map<String, Object> all() {
        return schemas;
    }

    /** The schema of a type; for a record, a reference to its schema in {@link #all}. */
    Map<String, Object> of(Type type) {
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType parameterized) {
            var inner = parameterized.getActualTypeArguments();
            if (parameterized.getRawType().equals(Optional.class)) {
                return of(inner[0]);
            }
            return parameterized.getRawType().equals(List.class)
                    ? Map.of("type", "array", "items", of(inner[0]))
                    : Map.of("type", "object", "additionalProperties", of(inner[1]));
        }
        var simple = SIMPLE.get(type);
        return simple == null ? reference((Class<?>) type) : simple;
    }

    private Map<String, Object> reference(Class<?> type) {
        var name = type.getSimpleName();
        var previous = types.put(name, type);
        if (previous != null && !previous.equals(type)) {
            throw new IllegalStateException(type + " and " + previous + " have the same name");
        }
        if (previous == null) {
            var properties = new LinkedHashMap<String, Object>();
            components(type).forEach(part -> properties.put(part.getName(), of(part.getGenericType())));
            var required = components(type)
                    .filter(JsonSchemas::required)
                    .map(RecordComponent::getName)
                    .toList();
            schemas.put(name, Map.of("type", "object", "properties", properties, "required", required));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** The components of a record, with those of its unwrapped parts in their place. */
    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(part.getType())
                        : Stream.of(part));
    }

    private static boolean required(RecordComponent part) {
        return !List.of(Optional.class, OptionalLong.class, OptionalDouble.class)
                        .contains(part.getType())
                && !part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
