package org.liudan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/** Answers a request that can't be parsed with a client error, wherever in the program it is first read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MalformedRequestFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isReadable(request.getContentType())) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException) {
                // the server has noticed that the request is incomplete, and refuses it whatever was thrown afterwards
                return;
            }
            var status = Stream.iterate((Throwable) fault, Objects::nonNull, Throwable::getCause)
                    .mapToInt(MalformedRequestFilter::status)
                    .filter(code -> code > 0)
                    .findFirst();
            if (status.isEmpty() || response.isCommitted()) {
                throw fault;
            }
            response.sendError(status.getAsInt());
        }
    }

    private static int status(Throwable fault) {
        if (fault instanceof InvalidParameterException undecodable) {
            return undecodable.getErrorCode();
        }
        return fault instanceof MultipartException ? HttpServletResponse.SC_BAD_REQUEST : 0;
    }

    private static boolean isReadable(@Nullable String type) {
        try {
            return type == null
                    || type.isEmpty()
                    || MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
