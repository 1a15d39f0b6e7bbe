package org.liudan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Redirects from the address of a form to the nearest page above it. Users open such an address when a form was shown
 * again and they reload it or change the language.
 */
@ControllerAdvice
class FormAddressRedirects {

    private final RequestMappingHandlerMapping mapping;
    private final Pages pages;

    FormAddressRedirects(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, Pages pages) {
        this.mapping = mapping;
        this.pages = pages;
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    View redirectToPage(HttpServletRequest request) {
        var page = request.getMethod().equals("GET") ? pageAbove(request.getRequestURI()) : Optional.<String>empty();
        return page.<View>map(path -> {
                    var query = request.getQueryString();
                    var view = new RedirectView(
                            query == null || !LocalAddress.isShortEnough(query) ? path : path + "?" + query);
                    view.setExpandUriTemplateVariables(false);
                    return view;
                })
                .orElseGet(() -> pages.show(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "web/error",
                        new ErrorPage(HttpStatus.METHOD_NOT_ALLOWED.value(), "error.bad-request")));
    }

    private Optional<String> pageAbove(String path) {
        return Stream.iterate(parent(path), above -> !above.equals("/"), FormAddressRedirects::parent)
                .filter(this::isPage)
                .findFirst()
                .or(() -> Optional.of("/"));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(1, path.lastIndexOf('/')));
    }

    /** True for an address that can be read with GET. */
    boolean isPage(String path) {
        var parsed = PathContainer.parsePath(path);
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(FormAddressRedirects::patterns)
                .anyMatch(pattern -> pattern.matches(parsed));
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo info) {
        var condition = info.getPathPatternsCondition();
        return condition == null ? Stream.empty() : condition.getPatterns().stream();
    }
}
