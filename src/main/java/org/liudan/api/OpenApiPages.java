package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.liudan.api.OpenApiPage.DocumentedCall;
import org.liudan.api.OpenApiPage.DocumentedSchema;
import org.liudan.api.OpenApiPage.OperationGroup;
import org.liudan.api.OpenApiPage.SchemaProperty;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.liudan.web.Problem;
import org.liudan.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The description of the API: as an OpenAPI document for tools and as a page for people. */
@Controller
class OpenApiPages {

    private final Pages pages;
    private final OpenApiDocument document;
    private final Operations operations;

    OpenApiPages(Pages pages, OpenApiDocument document, Operations operations) {
        this.pages = pages;
        this.document = document;
        this.operations = operations;
    }

    @GetMapping(path = ApiSecurity.DOCUMENT, produces = "application/json")
    ResponseEntity<Map<String, Object>> document(HttpServletRequest request) {
        return ResponseEntity.ok().varyBy("Accept-Language").body(document.in(Problems.language(request)));
    }

    @GetMapping("/api")
    View page(HttpServletRequest request) {
        var context = pages.screen(request);
        var schemas = new JsonSchemas();
        var groups = new LinkedHashMap<String, List<DocumentedCall>>();
        operations
                .all()
                .forEach(operation -> groups.computeIfAbsent(operation.tag(), tag -> new ArrayList<>())
                        .add(call(operation, schemas, context)));
        schemas.of(Problem.class);
        return pages.show(
                "api/document",
                new OpenApiPage(
                        ExampleCall.with("$TOKEN", request),
                        groups.entrySet().stream()
                                .map(entry -> new OperationGroup(
                                        entry.getKey(), context.t("api.subject." + entry.getKey()), entry.getValue()))
                                .toList(),
                        schemas.all().entrySet().stream()
                                .map(entry -> schema(entry.getKey(), (Map<?, ?>) entry.getValue()))
                                .toList()));
    }

    private static DocumentedCall call(Operation operation, JsonSchemas schemas, PageContext context) {
        return new DocumentedCall(
                operation.method().toUpperCase(Locale.ROOT),
                operation.path(),
                context.t("api." + operation.id()),
                operation.parameters().stream()
                        .map(parameter ->
                                parameter.in().equals("header") ? parameter.name() + " (header)" : parameter.name())
                        .toList(),
                operation.body().map(body -> typeName(schemas.of(body.type()))).orElse(""),
                operation.responses().values().stream()
                        .map(type -> typeName(schemas.of(type)))
                        .toList());
    }

    private static DocumentedSchema schema(String name, Map<?, ?> schema) {
        var required = Objects.requireNonNull((List<?>) schema.get("required"));
        var properties = Objects.requireNonNull((Map<?, ?>) schema.get("properties"));
        return new DocumentedSchema(
                name,
                properties.entrySet().stream()
                        .map(property -> new SchemaProperty(
                                property.getKey().toString(),
                                typeName((Map<?, ?>) property.getValue()),
                                required.contains(property.getKey())))
                        .toList());
    }

    /** The name of a type for people: {@code string}, {@code OrderListEntry}, {@code OrderListEntry[]}. */
    private static String typeName(Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            return typeName(items) + "[]";
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            return "{ … : " + typeName(values) + " }";
        }
        var format = schema.get("format");
        return format == null || format.toString().startsWith("int")
                ? String.valueOf(schema.containsKey("type") ? schema.get("type") : "any")
                : format.toString();
    }
}
