package org.liudan.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.identity.SignedIn;
import org.liudan.organisation.Directories;
import org.liudan.settings.Calendars;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes views from a template and the record that it prints. */
@Component
public class Pages {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final MessageSource messages;
    private final Directories directories;
    private final Calendars calendars;
    private final UnreadCount unreadCount;
    private final Assets assets;
    private final Clock clock;

    Pages(
            MessageSource messages,
            Directories directories,
            Calendars calendars,
            UnreadCount unreadCount,
            Assets assets,
            Clock clock) {
        this.messages = messages;
        this.directories = directories;
        this.calendars = calendars;
        this.unreadCount = unreadCount;
        this.assets = assets;
        this.clock = clock;
    }

    /** A page: the template gets the record as {@code page} and the {@link PageContext} as {@code s}. */
    public View show(String template, Object page) {
        return show(HttpStatus.OK, template, page);
    }

    public View show(HttpStatus status, String template, Object page) {
        return new PageView(status, template, page);
    }

    /** The context of a request, for texts that are made outside a template. */
    public PageContext screen(HttpServletRequest request) {
        return screen(request, false);
    }

    /** Renders a template to text, for use inside another document. */
    public String text(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }

    private PageContext screen(HttpServletRequest request, boolean refused) {
        var viewer = SignedIn.viewer();
        var query = request.getQueryString();
        return new PageContext(
                messages,
                RequestContextUtils.getLocale(request),
                viewer,
                directories.current(),
                calendars.current(),
                refused,
                request.getRequestURI() + (query == null ? "" : "?" + query),
                ReaderPreferences.isLarge(request),
                () -> viewer.map(unreadCount::count).orElse(0),
                Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName())),
                assets,
                clock.instant());
    }

    private final class PageView implements View {

        private final HttpStatus status;
        private final String template;
        private final Object page;

        private PageView(HttpStatus status, String template, Object page) {
            this.status = status;
            this.template = template;
            this.page = page;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var parameters = new HashMap<String, Object>();
            parameters.put("s", screen(request, status.is4xxClientError() && !(page instanceof ErrorPage)));
            parameters.put("page", page);
            var output = new Utf8ByteOutput();
            engine.render(template + ".jte", parameters, output);
            response.setStatus(status.value());
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
