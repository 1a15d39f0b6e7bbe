package org.liudan.api;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.liudan.web.Problem.Fault;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body is not what was expected. */
final class MalformedJson {

    private MalformedJson() {}

    /** @param say gives words for a message key */
    static List<Fault> faults(HttpMessageNotReadableException unreadable, UnaryOperator<String> say) {
        if (!(unreadable.getCause() instanceof JacksonException fault)) {
            return List.of(new Fault("", say.apply("problem.field.body")));
        }
        var path = fault.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
                .collect(Collectors.joining("."));
        if (fault instanceof UnrecognizedPropertyException) {
            return List.of(new Fault(path, say.apply("problem.field.unknown")));
        }
        return List.of(new Fault(path, say.apply(path.isEmpty() ? "problem.field.json" : "problem.field.value")));
    }
}
