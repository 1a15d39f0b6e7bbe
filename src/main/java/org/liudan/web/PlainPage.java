package org.liudan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An error page that needs neither the database nor the layout of other pages. */
@Component
class PlainPage {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
            <title>%s</title><link rel="stylesheet" href="/css/liudan.css">\
            <main id="main"><div class="narrow"><h1>%s</h1><p class="text">%s</p>%s</div></main></html>
            """;

    private final MessageSource messages;

    PlainPage(MessageSource messages) {
        this.messages = messages;
    }

    void write(ErrorPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(page, Problems.language(request), response);
    }

    void write(ErrorPage page, Locale language, HttpServletResponse response) throws IOException {
        write(
                page,
                language,
                page.reference().isEmpty() ? "" : "<p class=\"note\">" + page.reference() + "</p>",
                response);
    }

    /** Adds a link that loads the same page again; the browser also reloads it after these seconds. */
    void writeWithRetry(ErrorPage page, int seconds, Locale language, HttpServletResponse response) throws IOException {
        response.setHeader("Refresh", String.valueOf(seconds));
        var again = messages.getMessage("error.again", null, language);
        write(page, language, "<p><a class=\"button\" href=\"\">" + again + "</a></p>", response);
    }

    private void write(ErrorPage page, Locale language, String extraHtml, HttpServletResponse response)
            throws IOException {
        var title = messages.getMessage(page.key() + ".title", null, language);
        var text = messages.getMessage(page.key() + ".text", null, language);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(PAGE.formatted(language.getLanguage(), title, title, text, extraHtml)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
