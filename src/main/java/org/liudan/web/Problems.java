package org.liudan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liudan.database.Outage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems for API clients, in the language that they request. Pages have {@link ErrorPages} instead. */
@Component
public class Problems {

    private static final Map<Integer, String> TYPES = Map.of(
            400, "bad-request",
            401, "no-access",
            403, "forbidden",
            404, "not-found",
            405, "no-such-method",
            406, "not-acceptable",
            412, "moved-on",
            413, "too-large",
            415, "media-type",
            429, "too-many");
    private static final String REFUSED = "refused";
    private static final String SERVER_ERROR = "ours";

    private final MessageSource messages;
    private final JsonMapper json;

    Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** True for a path of the API, where every error is answered with data. */
    public static boolean concern(String path) {
        return path.startsWith("/api/");
    }

    /** The language that a client requests; Chinese unless it prefers English. */
    public static Locale language(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Locale.CHINESE
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(language -> language.equals("en") || language.equals("zh"))
                        .findFirst()
                        .filter("en"::equals)
                        .map(english -> Locale.ENGLISH)
                        .orElse(Locale.CHINESE);
    }

    /** The problem of an outage. */
    Problem of(Outage outage, HttpServletRequest request) {
        return of(503, outage == Outage.FULL ? "full" : "away", "", List.of(), request);
    }

    /** The general problem for a status. */
    public Problem of(int status, HttpServletRequest request) {
        return of(status, "", List.of(), request);
    }

    /**
     * A problem with details.
     *
     * @param detail in the language of the caller; empty for the general text of the status
     */
    public Problem of(int status, String detail, List<Problem.Fault> errors, HttpServletRequest request) {
        return of(status, TYPES.getOrDefault(status, status < 500 ? REFUSED : SERVER_ERROR), detail, errors, request);
    }

    private Problem of(int status, String kind, String detail, List<Problem.Fault> errors, HttpServletRequest request) {
        var language = language(request);
        return new Problem(
                "urn:liudan:problem:" + kind,
                messages.getMessage("problem." + kind + ".title", null, language),
                status,
                detail.isEmpty() ? messages.getMessage("problem." + kind + ".text", null, language) : detail,
                errors);
    }

    /** Writes a problem as the response. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = json.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language(request).getLanguage());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
