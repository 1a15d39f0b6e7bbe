package org.liudan.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser for tests: it keeps cookies, sends forms with their CSRF token, and does not follow redirects. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----form";

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

    /** Returns the same browser, connected to another process as by a load balancer. */
    public Browser on(int otherPort) {
        return new Browser(otherPort, cookies);
    }

    /**
     * A response.
     *
     * @param location the address of a redirect; may be empty
     * @param raw the bytes of the body, each as one character
     */
    public record Answer(int status, String location, String raw, HttpHeaders headers) {

        public byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String body() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        /** Returns true when the response asks the user to sign in. */
        public boolean toSignIn() {
            return status == 302 && location.matches(".*/sign-in(\\?then=.*)?")
                    || status == 401 && body().contains("name=\"then\"");
        }
    }

    /** Signs in with the password of all accounts of the test district. */
    public Browser as(String account) {
        var answer = post("/sign-in", "account", account, "password", District.PASSWORD);
        if (answer.status() != 302) {
            throw new AssertionError(account + " can't sign in: " + answer.status() + " " + answer.body());
        }
        return this;
    }

    public Answer get(String path) {
        var answer = send(HttpRequest.newBuilder(uri(path)).GET());
        var matcher = TOKEN.matcher(answer.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return answer;
    }

    /** Sends a form; the fields are name, value, name, value. */
    public Answer post(String path, String... fields) {
        return postWith(token(), path, fields);
    }

    /** Sends a form with this CSRF token. */
    public Answer postWith(String csrf, String path, String... fields) {
        var form = new StringBuilder("_csrf=").append(encoded(csrf));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Sends a form with a file in the field {@code files.new}. */
    public Answer upload(String path, String fileName, byte[] content, String... fields) {
        return uploadAs("files.new", path, fileName, content, fields);
    }

    /** Sends a form with a file in a field. */
    public Answer uploadAs(String field, String path, String fileName, byte[] content, String... fields) {
        var form = new ByteArrayOutputStream();
        part(form, "name=\"_csrf\"", token().getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            part(form, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        part(form, "name=\"" + field + "\"; filename=\"" + fileName + "\"", content);
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /** Returns the value of a cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Sets a cookie, for example one that an attacker has set. */
    public Browser with(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        // the name by which the cookie store knows a host without a dot, so that a response replaces the cookie
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
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }

    private static void part(ByteArrayOutputStream form, String disposition, byte[] content) {
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
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
