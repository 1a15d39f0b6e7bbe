package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.liudan.api.OpenApiPage.DocumentedCall;
import org.liudan.api.OpenApiPage.SchemaProperty;
import org.liudan.api.OpenApiPage.DocumentedSchema;
import org.liudan.api.OpenApiPage.OperationGroup;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.liudan.web.Problem;
import org.liudan.web.Problems;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What programs may call, for programs as OpenAPI and for people as a page. */
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
        var screen = pages.screen(request);
        var schemas = new JsonSchemas();
        var subjects = new LinkedHashMap<String, List<DocumentedCall>>();
        operations
                .all()
                .forEach(operation -> subjects.computeIfAbsent(
                                operation.tag(), subject -> new java.util.ArrayList<>())
                        .add(call(operation, schemas, screen)));
        schemas.of(Problem.class);
        return pages.show(
                "api/document",
                new OpenApiPage(
                        ExampleCall.with("$TOKEN", request),
                        subjects.entrySet().stream()
                                .map(entry -> new OperationGroup(
                                        entry.getKey(), screen.t("api.subject." + entry.getKey()), entry.getValue()))
                                .toList(),
                        schemas.all().entrySet().stream()
                                .map(entry -> schema(entry.getKey(), (Map<?, ?>) entry.getValue()))
                                .toList()));
    }

    private static DocumentedCall call(Operation operation, JsonSchemas schemas, PageContext screen) {
        return new DocumentedCall(
                operation.method().toUpperCase(Locale.ROOT),
                operation.path(),
                screen.t("api." + operation.id()),
                operation.parameters().stream()
                        .map(asked -> asked.in().equals("header") ? asked.name() + " (header)" : asked.name())
                        .toList(),
                operation.body().map(body -> typeName(schemas.of(body.type()))).orElse(""),
                operation.responses().values().stream()
                        .map(type -> typeName(schemas.of(type)))
                        .toList());
    }

    private static DocumentedSchema schema(String name, Map<?, ?> schema) {
        var always = Objects.requireNonNull((List<?>) schema.get("required"));
        var properties = Objects.requireNonNull((Map<?, ?>) schema.get("properties"));
        return new DocumentedSchema(
                name,
                properties.entrySet().stream()
                        .map(part -> new SchemaProperty(
                                part.getKey().toString(),
                                typeName((Map<?, ?>) part.getValue()),
                                always.contains(part.getKey())))
                        .toList());
    }

    /** A shape as people read it: {@code string}, {@code OrderListEntry}, {@code OrderListEntry[]}. */
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
