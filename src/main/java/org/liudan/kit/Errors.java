package org.liudan.kit;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** The page for everything that went wrong outside a form: what it is, and what to do. */
@Controller
class Errors implements ErrorController {

    private static final Map<Integer, String> KNOWN = Map.of(
            400, "error.bad-request",
            403, "error.forbidden",
            404, "error.not-found",
            405, "error.bad-request",
            413, "error.too-large",
            415, "error.bad-request",
            429, "error.too-many");

    private final Pages pages;
    private final Problems problems;

    Errors(Pages pages, Problems problems) {
        this.pages = pages;
        this.problems = problems;
    }

    @RequestMapping("/error")
    View error(HttpServletRequest request) {
        var status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && Problems.concern(path)) {
            return (model, asked, response) -> problems.write(problems.of(status.value(), request), request, response);
        }
        return pages.show(
                status, "kit/error", new ErrorPage(status.value(), KNOWN.getOrDefault(status.value(), "error.ours")));
    }

    private static HttpStatus status(@Nullable Object code) {
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
