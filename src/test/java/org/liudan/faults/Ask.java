package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.liudan.testing.ApiLife;
import org.liudan.testing.Browser;

/** Somebody who asks once, and looks at what is answered during an outage. */
record Ask(int port, String token) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    HttpResponse<String> get(String path, String language) throws Exception {
        return HTTP.send(request(path, language).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> raise(String language) throws Exception {
        return post("/api/v1/orders", ApiLife.REGISTER, language);
    }

    /** Asks to be told what happens. */
    HttpResponse<String> listen(String url) throws Exception {
        return post("/api/v1/webhooks", "{\"url\":\"" + url + "\"}", "zh");
    }

    HttpResponse<String> post(String path, String json, String language) throws Exception {
        return HTTP.send(
                request(path, language)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Programs are refused with a problem and people with a page, in their languages, and told when to come back. */
    void refusedClearly(String chinese, String english) throws Exception {
        var problem = raise("zh");
        assertThat(problem.statusCode()).as(problem.body()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.body()).contains(chinese);
        assertThat(raise("en").body()).contains(english);
        var page = new Browser(port).postWith("none", "/raise/six-orders", "content", "路灯不亮");
        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("<h1>" + chinese);
    }

    /** Styles and scripts come at once. */
    void staticPagesGoOn() throws Exception {
        long began = System.nanoTime();
        assertThat(get("/css/liudan.css", "zh").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    private HttpRequest.Builder request(String path, String language) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", language)
                .header("Authorization", "Bearer " + token);
    }
}
