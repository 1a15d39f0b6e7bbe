package org.liudan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.verification.Verification;
import org.liudan.settings.Calendars;
import org.liudan.testing.Barrage;
import org.liudan.testing.District;
import org.liudan.testing.Malformed;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Sends thousands of malformed requests to every call of the OpenAPI document: {@code ./mvnw -Pfuzz verify}. */
@ApiDistrict
class ApiFuzz {

    private static final Pattern PATH_VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String BOUNDARY = "edge";

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    District.People people;

    @Autowired
    Calendars calendars;

    @Autowired
    SettableClock clock;

    @Autowired
    Verification verification;

    private record FuzzCall(
            String method,
            String path,
            List<String> query,
            List<String> headers,
            List<String> body,
            boolean multipart) {}

    @Test
    void whatever_comes_is_answered_with_a_problem_and_leaves_everything_sound() throws Exception {
        clock.set("2026-11-16T09:00");
        var tokens = List.of(Callers.CLERK, Callers.DISPATCHER, Callers.HANDLER, Callers.INSPECTOR).stream()
                .map(seat -> callers.caller(seat, port).token())
                .toList();
        var order = people.dispatched();
        var known = Map.of(
                "number", OrderNumber.of(order, calendars.current()).text(),
                "register", "fishermen",
                "id", "six-orders",
                "method", "six-orders",
                "action", "note",
                "version", "1",
                "region", District.COMMUNITY);
        var calls = calls();
        assertThat(calls).hasSizeGreaterThan(25);
        var failures = Barrage.of(port, ApiFuzz::notAProblem)
                .against("API", (i, malformed) -> request(calls.get(i % calls.size()), tokens, known, malformed));
        assertThat(failures).isEmpty();
        assertThat(verification.verify().differences()).isEmpty();
    }

    private static String notAProblem(org.liudan.testing.Wire.Answer answer) {
        return answer.is("application/problem+json") && answer.body().contains("\"detail\"") ? "" : "not a problem";
    }

    private static Barrage.Request request(
            FuzzCall call, List<String> tokens, Map<String, String> known, Malformed malformed) {
        var path = PATH_VARIABLE
                .matcher(call.path())
                .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(
                        known.containsKey(place.group(1)) && !malformed.once(4)
                                ? known.get(place.group(1))
                                : malformed.place()));
        if (malformed.once(20)) {
            path += "/" + malformed.place();
        }
        if (!call.query().isEmpty() && !malformed.once(3) || malformed.once(20)) {
            path += "?" + new String(malformed.form(call.query(), known), StandardCharsets.UTF_8);
        }
        var body = call.multipart()
                ? malformed.parts(BOUNDARY, List.of("files", "file", "x"), Map.of())
                : call.method().equals("GET") && !malformed.once(20)
                        ? new byte[0]
                        : malformed.json(call.body(), known).getBytes(StandardCharsets.UTF_8);
        var method = malformed.once(40)
                ? malformed.one(List.of("PUT", "PATCH", "OPTIONS", "HEAD", "TRACE", "BREW"))
                : call.method();
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        if (!malformed.once(30)) {
            head.append("Authorization: Bearer ").append(malformed.one(tokens)).append("\r\n");
        } else if (malformed.once(2)) {
            head.append("Authorization: ").append(header(malformed)).append("\r\n");
        }
        var type = call.multipart() ? "multipart/form-data; boundary=" + BOUNDARY : "application/json";
        head.append("Content-Type: ")
                .append(malformed.once(6) ? malformed.type() : type)
                .append("\r\n");
        for (var name : List.of("Accept-Language", "If-Match", "Idempotency-Key", "Range", "Accept")) {
            if (malformed.once(12) || call.headers().contains(name) && malformed.once(2)) {
                head.append(name).append(": ").append(header(malformed)).append("\r\n");
            }
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return new Barrage.Request(
                head.toString(), new String(body, StandardCharsets.UTF_8), body.length > 1 && malformed.once(30));
    }

    private static String header(Malformed malformed) {
        var text = malformed.text();
        return text.substring(0, Math.min(text.length(), 2000)).replaceAll("[\\r\\n]", " ");
    }

    private List<FuzzCall> calls() {
        var document = new Caller(port, "").get("/api/v1/openapi.json").json();
        var calls = new ArrayList<FuzzCall>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    var parameters = operation.getValue().path("parameters");
                    var content = operation.getValue().at("/requestBody/content");
                    var schema = content.at("/application~1json/schema/$ref").asString("#/none");
                    calls.add(new FuzzCall(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            names(parameters, "query"),
                            names(parameters, "header"),
                            List.copyOf(
                                    properties(document.at(schema.substring(1))).keySet()),
                            content.has("multipart/form-data")));
                }));
        return calls;
    }

    private static Map<String, JsonNode> properties(JsonNode schema) {
        var properties = new LinkedHashMap<String, JsonNode>();
        schema.path("properties")
                .propertyStream()
                .forEach(property -> properties.put(property.getKey(), property.getValue()));
        return properties;
    }

    private static List<String> names(JsonNode parameters, String in) {
        return parameters
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }
}
