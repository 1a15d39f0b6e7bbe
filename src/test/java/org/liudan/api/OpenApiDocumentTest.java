package org.liudan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@ApiDistrict
class OpenApiDocumentTest {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void every_route_is_in_the_document_and_everything_in_the_document_is_a_route() {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method.name().toLowerCase(Locale.ROOT) + " "
                                        + pattern.replace(":[a-z0-9-]+", "").replaceAll(":\\\\d\\{[0-9,]+}", "")))));
        var documented = new TreeSet<String>();
        document("zh")
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> documented.add(method + " " + path.getKey())));
        assertThat(documented).isEqualTo(routes).hasSizeGreaterThan(20);
    }

    @Test
    void all_references_of_the_document_are_in_it_and_every_variable_of_a_path_is_a_parameter() {
        var document = document("en");
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        document.findValuesAsString("$ref")
                .forEach(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().forEach(operation -> {
                    var variables = new TreeSet<String>();
                    java.util.regex.Pattern.compile("\\{(\\w+)}")
                            .matcher(path.getKey())
                            .results()
                            .forEach(match -> variables.add(match.group(1)));
                    assertThat(operation
                                    .path("parameters")
                                    .valueStream()
                                    .filter(parameter ->
                                            parameter.path("in").asString().equals("path"))
                                    .map(parameter -> parameter.path("name").asString()))
                            .as(path.getKey())
                            .containsExactlyInAnyOrderElementsOf(variables);
                    assertThat(operation.path("summary").asString()).isNotBlank();
                }));
        assertThat(document.at("/components/schemas/OrderFacts/properties/raisedAt/format")
                        .asString())
                .isEqualTo("date-time");
    }

    @Test
    void the_json_of_a_record_with_unwrapped_parts_has_the_properties_of_its_schema() {
        var whole = callers.caller(Callers.INSPECTOR, port)
                .get("/api/v1/figures")
                .json()
                .path("whole");
        assertThat(whole.propertyNames()).contains("key", "received", "answered", "onTime", "satisfied");
        assertThat(document("en")
                        .at("/components/schemas/FigureGroup/properties")
                        .propertyNames())
                .containsAll(whole.propertyNames());
    }

    @Test
    void people_can_read_it_as_a_page_without_signing_in() {
        var page = new Browser(port).get("/api");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("/api/v1/orders/{number}/actions/{action}")
                .contains("OrderFacts")
                .contains("发起工单");
    }

    private JsonNode document(String language) {
        var answer = new Caller(port, "").get("/api/v1/openapi.json", "Accept-Language", language);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
