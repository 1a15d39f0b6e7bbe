package org.liudan.api;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that a program may call, as the code declares it.
 *
 * @param id the class and method that answer
 * @param body what is sent, and as which media type
 * @param answers what comes back, by media type
 */
record Operation(
        String id, String method, String path, List<OperationParameter> parameters, Optional<OperationBody> body, Map<String, Type> responses) {

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    record OperationParameter(String name, String in, boolean required, Type type) {}

    /** What is sent. */
    record OperationBody(String media, boolean required, Type type) {}

    /** What it is about, for example {@code orders}. */
    String tag() {
        return id.substring(0, id.indexOf('.'));
    }
}
