package org.liudan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.liudan.database.DatabaseHealth;
import org.liudan.database.DiskSpace;
import org.liudan.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Answers with 503 and a time to retry when the database is unavailable or a disk is full, wherever in a request this is
 * noticed. Requests that need no database continue.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final List<String> STATIC_PATHS = List.of("/css/", "/js/", "/img/", "/webjars/", "/favicon.ico");

    /** Signing in and out is allowed on a full disk, so that people can still read. */
    private static final List<String> SIGN_IN_PATHS = List.of("/sign-in", "/sign-out");

    private final DatabaseHealth databaseHealth;
    private final DiskSpace diskSpace;
    private final Problems problems;
    private final PlainPage plain;
    private final LocaleResolver locales;

    OutageFilter(
            DatabaseHealth databaseHealth,
            DiskSpace diskSpace,
            Problems problems,
            PlainPage plain,
            LocaleResolver locales) {
        this.databaseHealth = databaseHealth;
        this.diskSpace = diskSpace;
        this.problems = problems;
        this.plain = plain;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (databaseHealth.away() && STATIC_PATHS.stream().noneMatch(request.getRequestURI()::startsWith)) {
            answer(Outage.AWAY, request, response);
            return;
        }
        if (request.getMethod().equals("POST")
                && !SIGN_IN_PATHS.contains(request.getRequestURI())
                && diskSpace.full()) {
            answer(Outage.FULL, request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException fault) {
            var outage = Outage.behind(fault);
            if (outage.isEmpty() || response.isCommitted()) {
                throw fault;
            }
            if (outage.get() == Outage.AWAY) {
                databaseHealth.doubt();
            } else {
                var why = NestedExceptionUtils.getMostSpecificCause(fault).getMessage();
                LOG.error("磁盘已满，{} 没有办成 / The disk is full, so this failed: {}", request.getRequestURI(), why);
            }
            answer(outage.get(), request, response);
        }
    }

    private void answer(Outage outage, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(outage.seconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (Problems.concern(request.getRequestURI())) {
            problems.write(problems.of(outage, request), request, response);
            return;
        }
        var language = locales.resolveLocale(request);
        if (outage == Outage.AWAY && request.getMethod().equals("GET")) {
            plain.writeWithRetry(new ErrorPage(503, "error.away-reading"), outage.seconds(), language, response);
        } else {
            plain.write(new ErrorPage(503, outage == Outage.FULL ? "error.full" : "error.away"), language, response);
        }
    }
}
