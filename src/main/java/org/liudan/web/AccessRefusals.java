package org.liudan.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Sends users who are not signed in to the sign-in page, and back afterwards. What they typed in a form is not lost. Also
 * redisplays forms whose CSRF token has expired.
 */
@Component
class AccessRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN = "/sign-in";

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
    private final FormRedisplay redisplay;
    private final ObjectProvider<FormAddressRedirects> redirects;

    AccessRefusals(FormRedisplay redisplay, ObjectProvider<FormAddressRedirects> redirects) {
        this.redisplay = redisplay;
        this.redirects = redirects;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException, ServletException {
        if (redisplay.isPossible(request)) {
            request.getRequestDispatcher(SIGN_IN).forward(request, response);
            return;
        }
        if (request.getMethod().equals("GET") && !redirects.getObject().isPage(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var query = request.getQueryString();
        var page = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect(
                request.getMethod().equals("GET") && !page.equals("/desk") && LocalAddress.isShortEnough(page)
                        ? SIGN_IN + "?then=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
                        : SIGN_IN);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException, ServletException {
        if (fault instanceof CsrfException && redisplay.isPossible(request)) {
            redisplay.showExpired(request, response);
        } else {
            if (fault instanceof CsrfException) {
                request.setAttribute(ErrorPages.KEY, "error.expired");
            }
            forbidden.handle(request, response, fault);
        }
    }
}
