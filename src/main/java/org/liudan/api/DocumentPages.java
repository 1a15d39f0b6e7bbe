package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.liudan.api.DocumentPage.Call;
import org.liudan.api.DocumentPage.Part;
import org.liudan.api.DocumentPage.Shape;
import org.liudan.api.DocumentPage.Subject;
import org.liudan.kit.Pages;
import org.liudan.kit.Problem;
import org.liudan.kit.Problems;
import org.liudan.kit.Screen;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What programs may call, for programs as OpenAPI and for people as a page. */
@Controller
class DocumentPages {

    private final Pages pages;
    private final Document document;
    private final Operations operations;

    DocumentPages(Pages pages, Document document, Operations operations) {
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
        var schemas = new Schemas();
        var subjects = new LinkedHashMap<String, List<Call>>();
        operations
                .all()
                .forEach(operation -> subjects.computeIfAbsent(
                                operation.subject(), subject -> new java.util.ArrayList<>())
                        .add(call(operation, schemas, screen)));
        schemas.of(Problem.class);
        return pages.show(
                "api/document",
                new DocumentPage(
                        FirstCall.with("$TOKEN", request),
                        subjects.entrySet().stream()
                                .map(entry -> new Subject(
                                        entry.getKey(), screen.t("api.subject." + entry.getKey()), entry.getValue()))
                                .toList(),
                        schemas.all().entrySet().stream()
                                .map(entry -> shape(entry.getKey(), (Map<?, ?>) entry.getValue()))
                                .toList()));
    }

    private static Call call(Operation operation, Schemas schemas, Screen screen) {
        return new Call(
                operation.method().toUpperCase(Locale.ROOT),
                operation.path(),
                screen.t("api." + operation.id()),
                operation.asked().stream()
                        .map(asked -> asked.in().equals("header") ? asked.name() + " (header)" : asked.name())
                        .toList(),
                operation.body().map(body -> name(schemas.of(body.type()))).orElse(""),
                operation.answers().values().stream()
                        .map(type -> name(schemas.of(type)))
                        .toList());
    }

    private static Shape shape(String name, Map<?, ?> schema) {
        var always = Objects.requireNonNull((List<?>) schema.get("required"));
        var properties = Objects.requireNonNull((Map<?, ?>) schema.get("properties"));
        return new Shape(
                name,
                properties.entrySet().stream()
                        .map(part -> new Part(
                                part.getKey().toString(),
                                name((Map<?, ?>) part.getValue()),
                                always.contains(part.getKey())))
                        .toList());
    }

    /** A shape as people read it: {@code string}, {@code OrderLine}, {@code OrderLine[]}. */
    private static String name(Map<?, ?> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            return name(items) + "[]";
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            return "{ … : " + name(values) + " }";
        }
        var format = schema.get("format");
        return format == null || format.toString().startsWith("int")
                ? String.valueOf(schema.containsKey("type") ? schema.get("type") : "any")
                : format.toString();
    }
}
