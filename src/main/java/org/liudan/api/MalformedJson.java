package org.liudan.api;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.liudan.web.Problem.Fault;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Finds the field at which a JSON body could not be read. */
final class MalformedJson {

    private MalformedJson() {}

    /** @param message returns the text of a message key */
    static List<Fault> faults(HttpMessageNotReadableException unreadable, UnaryOperator<String> message) {
        if (!(unreadable.getCause() instanceof JacksonException fault)) {
            return List.of(new Fault("", message.apply("problem.field.body")));
        }
        var path = fault.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                .collect(Collectors.joining("."));
        if (fault instanceof UnrecognizedPropertyException) {
            return List.of(new Fault(path, message.apply("problem.field.unknown")));
        }
        return List.of(new Fault(path, message.apply(path.isEmpty() ? "problem.field.json" : "problem.field.value")));
    }
}
