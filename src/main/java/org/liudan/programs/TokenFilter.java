package org.liudan.programs;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.liudan.web.AttemptThrottle;
import org.liudan.web.Problems;
import org.liudan.web.SecurityConfiguration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates a program by its bearer token, for one request. An address that sends too many wrong tokens gets 429. */
public class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Programs programs;
    private final AttemptThrottle throttle;
    private final Problems problems;
    private final SecurityContextRepository contexts;

    public TokenFilter(
            Programs programs, AttemptThrottle throttle, Problems problems, SecurityContextRepository contexts) {
        this.programs = programs;
        this.throttle = throttle;
        this.problems = problems;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            var address = request.getRemoteAddr();
            if (throttle.tooMany(address)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(AttemptThrottle.WAIT.toSeconds()));
                problems.write(problems.of(429, request), request, response);
                return;
            }
            var program = programs.findByToken(
                    authorization.substring(BEARER.length()).strip());
            program.ifPresentOrElse(found -> signIn(found, request, response), () -> throttle.oneMore(address));
        }
        chain.doFilter(request, response);
    }

    /** The security context is stored in the request too, because a stream continues on another thread. */
    private void signIn(Program program, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        var authority = new SimpleGrantedAuthority(SecurityConfiguration.HANDLES_ORDERS);
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(program.viewer(), null, List.of(authority)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
