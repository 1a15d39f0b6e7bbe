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
 * A form that comes back as it was filled in, and nothing is done: because somebody changed the language in the middle of
 * it, came back to it after signing in again, or had it open for so long that its token is no longer taken.
 */
@Component
public class FormRedisplay {

    /** The button or hidden field that asks for it, with how somebody likes to read; see {@link ReaderPreferences}. */
    public static final String ASKED = "form.read";

    private static final String EXPIRED = FormRedisplay.class.getName();

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    FormRedisplay(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /** True when the form is only to be shown. */
    public static boolean asked(HttpServletRequest request) {
        return expired(request) || request.getParameter(ASKED) != null;
    }

    /** Why it comes back, if that needs saying. */
    public static List<Reason> reasons(HttpServletRequest request) {
        return expired(request) ? List.of(Reason.of("reason.form-expired")) : List.of();
    }

    /** The status of a page whose form comes back. */
    public static HttpStatus status(List<Reason> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static boolean expired(HttpServletRequest request) {
        return request.getAttribute(EXPIRED) != null;
    }

    /** The address that a form was sent to before somebody had to sign in again; empty for anything else. */
    public static Optional<String> sentTo(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String path) {
            var query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
            return Optional.of(query == null ? path : path + "?" + query);
        }
        return Optional.empty();
    }

    /** True for forms that can come back. */
    boolean possible(HttpServletRequest request) {
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

    /** Lets a form whose token is not taken go on to its page, which only shows it. */
    void showExpired(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(EXPIRED, true);
        request.getRequestDispatcher(request.getRequestURI()).forward(request, response);
    }
}
