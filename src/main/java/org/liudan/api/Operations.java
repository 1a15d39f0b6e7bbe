package org.liudan.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.liudan.api.Operation.OperationBody;
import org.liudan.api.Operation.OperationParameter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The calls that programs can make, read from the controllers. */
@Component
class Operations {

    static final String ROOT = "/api/v1/";

    /** Query parameters of lists. The filters of the pages read them, so the controllers do not declare them. */
    private static final Map<String, Collection<String>> LIST_PARAMETERS = Map.of(
            "order.list",
            ListRequest.parameters(),
            "figure.figures",
            FigureCalls.PARAMETERS,
            "register.subjects",
            RegisterCalls.PARAMETERS);

    private final RequestMappingHandlerMapping mapping;

    Operations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /** All operations, sorted by path and method. Handlers of one path with different formats are one operation. */
    List<Operation> all() {
        var operations = new TreeMap<String, Operation>();
        mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ROOT))
                        .flatMap(pattern -> operations(pattern, entry.getKey(), entry.getValue())))
                .sorted(Comparator.comparing(Operation::id))
                .forEach(operation ->
                        operations.merge(operation.path() + " " + operation.method(), operation, Operations::merge));
        return List.copyOf(operations.values());
    }

    private static Stream<Operation> operations(String pattern, RequestMappingInfo info, HandlerMethod handler) {
        var id = tag(pattern, handler.getBeanType()) + "." + handler.getMethod().getName();
        return info.getMethodsCondition().getMethods().stream()
                .map(method -> new Operation(
                        id,
                        method.name().toLowerCase(Locale.ROOT),
                        pattern.replaceAll("\\{(\\w+):(?:\\\\d\\{[\\d,]+}|[^{}]+)}", "{$1}"),
                        parameters(id, handler),
                        body(handler),
                        responses(handler)));
    }

    /** Calls on a subject belong to registers; {@code documentpages} is the published tag of the document itself. */
    private static String tag(String pattern, Class<?> controller) {
        if (pattern.startsWith(ROOT + "subjects/")) {
            return "register";
        }
        return controller.equals(OpenApiPages.class)
                ? "documentpages"
                : controller.getSimpleName().replaceFirst("Calls$", "").toLowerCase(Locale.ROOT);
    }

    private static Operation merge(Operation first, Operation second) {
        var responses = new LinkedHashMap<>(first.responses());
        responses.putAll(second.responses());
        var parameters = Stream.concat(first.parameters().stream(), second.parameters().stream())
                .distinct()
                .toList();
        return new Operation(first.id(), first.method(), first.path(), parameters, first.body(), responses);
    }

    private static List<OperationParameter> parameters(String id, HandlerMethod handler) {
        var parameters = new ArrayList<OperationParameter>();
        for (var parameter : handler.getMethodParameters()) {
            var header = parameter.getParameterAnnotation(RequestHeader.class);
            var query = parameter.getParameterAnnotation(RequestParam.class);
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(
                        new OperationParameter(nameOf(parameter, ""), "path", true, parameter.getParameterType()));
            } else if (header != null) {
                parameters.add(new OperationParameter(header.name(), "header", false, String.class));
            } else if (query != null && !List.class.equals(parameter.getParameterType())) {
                parameters.add(new OperationParameter(
                        nameOf(parameter, query.value()), "query", false, parameter.getParameterType()));
            }
        }
        LIST_PARAMETERS.getOrDefault(id, List.of()).stream()
                .sorted()
                .forEach(name -> parameters.add(new OperationParameter(name, "query", false, String.class)));
        return parameters;
    }

    private static Optional<OperationBody> body(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters())
                .flatMap(parameter -> {
                    var body = parameter.getParameterAnnotation(RequestBody.class);
                    if (body != null) {
                        return Stream.of(new OperationBody(
                                MediaType.APPLICATION_JSON_VALUE,
                                body.required(),
                                parameter.getGenericParameterType()));
                    }
                    return List.class.equals(parameter.getParameterType())
                            ? Stream.of(new OperationBody(
                                    MediaType.MULTIPART_FORM_DATA_VALUE, true, parameter.getGenericParameterType()))
                            : Stream.<OperationBody>empty();
                })
                .findFirst();
    }

    private static Map<String, Type> responses(HandlerMethod handler) {
        var declared = handler.getMethod().getGenericReturnType();
        var type = declared instanceof ParameterizedType parameterized
                        && ResponseEntity.class.equals(parameterized.getRawType())
                ? parameterized.getActualTypeArguments()[0]
                : declared;
        if (type.equals(Void.class)) {
            return Map.of();
        }
        if (type.equals(SseEmitter.class)) {
            return Map.of(MediaType.TEXT_EVENT_STREAM_VALUE, EventFacts.class);
        }
        return Map.of(
                type.equals(Resource.class)
                        ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                        : type.equals(String.class) ? "application/yaml" : MediaType.APPLICATION_JSON_VALUE,
                type);
    }

    private static String nameOf(MethodParameter parameter, String declaredName) {
        return declaredName.isEmpty() ? parameter.getParameter().getName() : declaredName;
    }
}
