package org.liudan.api;

import java.util.List;

/**
 * The OpenAPI document for people.
 *
 * @param first a call to begin with
 * @param shapes what is sent and answered
 */
public record OpenApiPage(String exampleCall, List<OperationGroup> groups, List<DocumentedSchema> schemas) {

    /** What belongs together. */
    public record OperationGroup(String id, String name, List<DocumentedCall> calls) {}

    /**
     * One thing to call.
     *
     * @param asked its parameters, for example {@code If-Match (header)}
     * @param sent the shape of what is sent; empty for nothing
     * @param answered the shapes of what comes back
     */
    public record DocumentedCall(
            String method, String path, String summary, List<String> parameters, String requestSchema, List<String> responseSchemas) {}

    /** A shape and its parts, each a name, a type, and whether it is always there. */
    public record DocumentedSchema(String name, List<SchemaProperty> properties) {}

    /** One of them. */
    public record SchemaProperty(String name, String type, boolean required) {}
}
