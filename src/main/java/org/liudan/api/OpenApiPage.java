package org.liudan.api;

import java.util.List;

/**
 * The OpenAPI document for people.
 *
 * @param first a call to begin with
 * @param shapes what is sent and answered
 */
public record OpenApiPage(String first, List<Subject> subjects, List<Shape> shapes) {

    /** What belongs together. */
    public record Subject(String id, String name, List<Call> calls) {}

    /**
     * One thing to call.
     *
     * @param asked its parameters, for example {@code If-Match (header)}
     * @param sent the shape of what is sent; empty for nothing
     * @param answered the shapes of what comes back
     */
    public record Call(
            String method, String path, String summary, List<String> asked, String sent, List<String> answered) {}

    /** A shape and its parts, each a name, a type, and whether it is always there. */
    public record Shape(String name, List<Part> parts) {}

    /** One of them. */
    public record Part(String name, String type, boolean always) {}
}
