package org.liudan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** The page for every error outside a form: what went wrong, and what to do. */
@Controller
class ErrorPages implements ErrorController {

    private static final Map<Integer, String> KNOWN = Map.of(
            400, "error.bad-request",
            403, "error.forbidden",
            404, "error.not-found",
            405, "error.bad-request",
            413, "error.too-large",
            415, "error.bad-request",
            429, "error.too-many");

    /** A request attribute with a message key that is more precise than the one for the status. */
    static final String KEY = "liudan.error";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;
    private final Problems problems;
    private final PlainPage plain;

    ErrorPages(Pages pages, Problems problems, PlainPage plain) {
        this.pages = pages;
        this.problems = problems;
        this.plain = plain;
    }

    @RequestMapping("/error")
    View error(HttpServletRequest request) {
        var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && Problems.concern(path)) {
            return (model, viewRequest, response) ->
                    problems.write(problems.of(status.value(), request), request, response);
        }
        var key = request.getAttribute(KEY) instanceof String precise ? precise : key(status.value());
        var page = new ErrorPage(status.value(), key, status.is5xxServerError() ? reference(request) : "");
        var view = pages.show(status, "web/error", page);
        return (model, viewRequest, response) -> {
            try {
                view.render(model, viewRequest, response);
            } catch (RuntimeException unavailable) {
                LOG.error("The page of an error can't be made", unavailable);
                plain.write(page, viewRequest, response);
            }
        };
    }

    /** The message key for a status. */
    static String key(int status) {
        return KNOWN.getOrDefault(status, status < 500 ? "error.bad-request" : "error.ours");
    }

    /** Logs the error under a new reference number, which the user can quote. */
    private static String reference(HttpServletRequest request) {
        var reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error(
                "Reference {}: {} failed: {}",
                reference,
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)));
        return reference;
    }

    private static HttpStatus status(@Nullable Object code) {
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
