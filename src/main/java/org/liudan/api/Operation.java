package org.liudan.api;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call that a program can make, as a controller declares it.
 *
 * @param id the controller and its method, for example {@code order.list}
 * @param method the HTTP method in lower case
 * @param responses the types of the response, by media type
 */
record Operation(
        String id,
        String method,
        String path,
        List<OperationParameter> parameters,
        Optional<OperationBody> body,
        Map<String, Type> responses) {

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    record OperationParameter(String name, String in, boolean required, Type type) {}

    /** The request body. */
    record OperationBody(String media, boolean required, Type type) {}

    /** The controller part of the id, for example {@code order}. */
    String tag() {
        return id.substring(0, id.indexOf('.'));
    }
}
