package org.liudan.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody at a browser: keeps cookies, sends forms with their token, follows no redirect. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String EDGE = "----form";

    private final int port;
    private final CookieManager cookies;
    private final HttpClient client;
    private String token = "";

    public Browser(int port) {
        this(port, new CookieManager());
    }

    private Browser(int port, CookieManager cookies) {
        this.port = port;
        this.cookies = cookies;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The same browser, led to another process by a load balancer. */
    public Browser on(int otherPort) {
        return new Browser(otherPort, cookies);
    }

    /**
     * What came back.
     *
     * @param raw its bytes, each as one character
     */
    public record Answer(int status, String location, String raw, java.net.http.HttpHeaders headers) {

        public byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public boolean toSignIn() {
            return status == 302 && location.matches(".*/sign-in(\\?then=.*)?")
                    || status == 401 && body().contains("name=\"then\"");
        }
    }

    /** Signs in with the password that everybody in the test district has. */
    public Browser as(String account) {
        var answer = post("/sign-in", "account", account, "password", District.PASSWORD);
        if (answer.status() != 302) {
            throw new AssertionError(account + " can't sign in: " + answer.status() + " " + answer.body());
        }
        return this;
    }

    public Answer get(String path) {
        var answer = send(HttpRequest.newBuilder(uri(path)).GET());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    /** Sends a form; what is filled in comes as name, value, name, value. */
    public Answer post(String path, String... filled) {
        return postWith(token(), path, filled);
    }

    /** Sends a form with a token of one's own making. */
    public Answer postWith(String csrf, String path, String... filled) {
        var form = new StringBuilder("_csrf=").append(encoded(csrf));
        for (int i = 0; i < filled.length; i += 2) {
            form.append('&').append(encoded(filled[i])).append('=').append(encoded(filled[i + 1]));
        }
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Sends a form with a file under {@code files.new}. */
    public Answer upload(String path, String fileName, byte[] content, String... filled) {
        return uploadAs("files.new", path, fileName, content, filled);
    }

    /** Sends a form with a file under a name. */
    public Answer uploadAs(String field, String path, String fileName, byte[] content, String... filled) {
        var form = new ByteArrayOutputStream();
        part(form, "name=\"_csrf\"", token().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < filled.length; i += 2) {
            part(form, "name=\"" + filled[i] + "\"", filled[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        part(form, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
        form.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /** The value of a cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Has a cookie, as one that somebody else has put there. */
    public Browser with(String name, String value) {
        var cookie = new java.net.HttpCookie(name, value);
        cookie.setPath("/");
        // as the store calls a host without a dot, so that an answer replaces it
        cookie.setDomain("localhost.local");
        cookie.setVersion(0);
        cookies.getCookieStore().add(uri("/"), cookie);
        return this;
    }

    private String token() {
        if (token.isEmpty()) {
            get("/track");
        }
        return token;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(
                    request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    new String(response.body(), StandardCharsets.ISO_8859_1),
                    response.headers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void part(ByteArrayOutputStream form, String disposition, byte[] content) {
        form.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
