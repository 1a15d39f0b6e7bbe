package org.liudan.kit;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

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

    /** Names, as a request attribute, what went wrong more exactly than its status does. */
    static final String KEY = "liudan.error";

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final Pages pages;
    private final Problems problems;
    private final MessageSource messages;

    Errors(Pages pages, Problems problems, MessageSource messages) {
        this.messages = messages;
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
        var key = request.getAttribute(KEY) instanceof String exactly
                ? exactly
                : KNOWN.getOrDefault(status.value(), "error.ours");
        var page = new ErrorPage(status.value(), key, status.is5xxServerError() ? reference(request) : "");
        var view = pages.show(status, "kit/error", page);
        return (model, asked, response) -> {
            try {
                view.render(model, asked, response);
            } catch (RuntimeException withoutDatabase) {
                LOG.error("The page of an error can't be made", withoutDatabase);
                plain(page, asked, response);
            }
        };
    }

    /** A number for whoever asks about it, written beside what is known of it. */
    private static String reference(HttpServletRequest request) {
        var reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error(
                "Reference {}: {} failed: {}",
                reference,
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)));
        return reference;
    }

    /** The same words without anything that has to be asked of the database. */
    private void plain(ErrorPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = RequestContextUtils.getLocale(request);
        var title = messages.getMessage(page.key() + ".title", null, language);
        var text = messages.getMessage(page.key() + ".text", null, language);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(
                        "<!DOCTYPE html><html lang=\"%s\"><meta charset=\"utf-8\"><title>%s</title><h1>%s</h1><p>%s</p><p>%s</p>"
                                .formatted(language.getLanguage(), title, title, text, page.reference()));
    }

    private static HttpStatus status(@Nullable Object code) {
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
