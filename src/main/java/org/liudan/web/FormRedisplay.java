package org.liudan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Shows a form again as it was filled in, without performing its action. This happens when the user changed the language
 * while filling it in, had to sign in again, or had it open for so long that its CSRF token is no longer valid.
 */
@Component
public class FormRedisplay {

    /** The button or hidden field that asks for a redisplay. Its value may be one of {@link ReaderPreferences}. */
    public static final String PARAMETER = "form.read";

    private static final String EXPIRED_ATTRIBUTE = FormRedisplay.class.getName();

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    FormRedisplay(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** True if the form is only to be shown again. */
    public static boolean asked(HttpServletRequest request) {
        return isExpired(request) || request.getParameter(PARAMETER) != null;
    }

    /** Why the form is shown again; empty if the user asked for it. */
    public static List<Reason> reasons(HttpServletRequest request) {
        return isExpired(request) ? List.of(Reason.of("reason.form-expired")) : List.of();
    }

    /** The status of the page that shows the form again: 422 if there are reasons. */
    public static HttpStatus status(List<Reason> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static boolean isExpired(HttpServletRequest request) {
        return request.getAttribute(EXPIRED_ATTRIBUTE) != null;
    }

    /** The address that a form was sent to before the user had to sign in again; empty for any other request. */
    public static Optional<String> originalAddress(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String path) {
            var query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
            return Optional.of(query == null ? path : path + "?" + query);
        }
        return Optional.empty();
    }

    /** True if the form of this request can be shown again. */
    boolean isPossible(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return false;
        }
        var path = PathContainer.parsePath(request.getRequestURI());
        return mapping.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .filter(entry -> entry.getKey().getPathPatternsCondition() != null
                        && entry.getKey().getPathPatternsCondition().getPatterns().stream()
                                .anyMatch(pattern -> pattern.matches(path)))
                .map(entry -> entry.getValue().hasMethodAnnotation(Redisplays.class))
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }

    /** Forwards a form whose CSRF token is not valid to its own page, which only shows it. */
    void showExpired(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(EXPIRED_ATTRIBUTE, true);
        request.getRequestDispatcher(request.getRequestURI()).forward(request, response);
    }
}
