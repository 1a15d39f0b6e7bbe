package org.liudan.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liudan.web.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Builds the OpenAPI document from the controllers. */
@Component
class OpenApiDocument {

    private final Operations operations;
    private final MessageSource messages;

    OpenApiDocument(Operations operations, MessageSource messages) {
        this.operations = operations;
        this.messages = messages;
    }

    /** The document with its texts in a language. */
    Map<String, Object> in(Locale language) {
        var schemas = new JsonSchemas();
        var problem = schemas.of(Problem.class);
        var paths = new TreeMap<String, Map<String, Object>>();
        for (var operation : operations.all()) {
            paths.computeIfAbsent(operation.path(), path -> new TreeMap<>())
                    .put(operation.method(), operation(operation, schemas, language));
        }
        return orderedMap(
                "openapi",
                "3.1.0",
                "info",
                orderedMap(
                        "title",
                        message("api.title", language),
                        "version",
                        "v1",
                        "description",
                        message("api.lead", language)),
                "security",
                List.of(Map.of("token", List.of())),
                "paths",
                paths,
                "components",
                orderedMap(
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer")),
                        "responses",
                        Map.of(
                                "Problem",
                                orderedMap(
                                        "description",
                                        message("api.problem", language),
                                        "content",
                                        Map.of(MediaType.APPLICATION_PROBLEM_JSON_VALUE, Map.of("schema", problem)))),
                        "schemas",
                        schemas.all()));
    }

    private Map<String, Object> operation(Operation operation, JsonSchemas schemas, Locale language) {
        var description = orderedMap(
                "operationId",
                operation.id(),
                "tags",
                List.of(operation.tag()),
                "summary",
                message("api." + operation.id(), language),
                "parameters",
                operation.parameters().stream()
                        .map(parameter -> orderedMap(
                                "name",
                                parameter.name(),
                                "in",
                                parameter.in(),
                                "required",
                                parameter.required(),
                                "schema",
                                schemas.of(parameter.type())))
                        .toList(),
                "responses",
                Map.of(
                        "2XX",
                        orderedMap(
                                "description",
                                message("api.done", language),
                                "content",
                                operation.responses().entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                response -> Map.of("schema", schemas.of(response.getValue()))))),
                        "default",
                        Map.of("$ref", "#/components/responses/Problem")));
        operation.body().ifPresent(body -> description.put("requestBody", body(body, schemas)));
        return description;
    }

    private static Map<String, Object> body(Operation.OperationBody body, JsonSchemas schemas) {
        var content = schemas.of(body.type());
        var schema = body.media().equals(MediaType.MULTIPART_FORM_DATA_VALUE)
                ? Map.of("type", "object", "properties", Map.of("file", content), "required", List.of("file"))
                : content;
        return Map.of("required", body.required(), "content", Map.of(body.media(), Map.of("schema", schema)));
    }

    private String message(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    /** A map that keeps the order of its entries; arguments are key, value, key, value. */
    private static Map<String, Object> orderedMap(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
