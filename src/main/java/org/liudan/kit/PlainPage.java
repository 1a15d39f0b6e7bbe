package org.liudan.kit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What went wrong as a page that needs neither the database nor the layout of the others. */
@Component
class PlainPage {

    private final MessageSource messages;

    PlainPage(MessageSource messages) {
        this.messages = messages;
    }

    void write(ErrorPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = Problems.language(request);
        var title = messages.getMessage(page.key() + ".title", null, language);
        var text = messages.getMessage(page.key() + ".text", null, language);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(
                        "<!DOCTYPE html><html lang=\"%s\"><meta charset=\"utf-8\"><title>%s</title><h1>%s</h1><p>%s</p><p>%s</p></html>"
                                .formatted(language.getLanguage(), title, title, text, page.reference())
                                .getBytes(StandardCharsets.UTF_8));
    }
}
