package org.liudan.api;

import java.util.List;

/**
 * The OpenAPI document as a page for people.
 *
 * @param exampleCall a shell command to begin with
 * @param schemas the schemas of all requests and responses
 */
public record OpenApiPage(String exampleCall, List<OperationGroup> groups, List<DocumentedSchema> schemas) {

    /** The calls about one subject. */
    public record OperationGroup(String id, String name, List<DocumentedCall> calls) {}

    /**
     * A call.
     *
     * @param parameters for example {@code If-Match (header)}
     * @param requestSchema the name of the schema of its body; empty if it has none
     * @param responseSchemas the names of the schemas of its responses
     */
    public record DocumentedCall(
            String method,
            String path,
            String summary,
            List<String> parameters,
            String requestSchema,
            List<String> responseSchemas) {}

    /** A schema with its properties. */
    public record DocumentedSchema(String name, List<SchemaProperty> properties) {}

    /** A property of a schema; {@code required} is false if it may be absent. */
    public record SchemaProperty(String name, String type, boolean required) {}
}
