package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.liudan.database.Outage;
import org.liudan.web.Problem;
import org.liudan.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Turns every exception in a request of a program into a problem document. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResponses implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private final Problems problems;
    private final MessageSource messages;

    ProblemResponses(Problems problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (!Problems.concern(request.getRequestURI()) || Outage.behind(fault).isPresent()) {
            // OutageFilter handles an outage for pages and programs alike
            return null;
        }
        try {
            if (!(fault instanceof AsyncRequestNotUsableException) && !response.isCommitted()) {
                response.reset();
                problems.write(problem(request, response, fault), request, response);
            }
        } catch (IOException gone) {
            LOG.debug("The client has closed the connection", gone);
        }
        return new ModelAndView();
    }

    private Problem problem(HttpServletRequest request, HttpServletResponse response, Exception fault) {
        if (fault instanceof ApiRefusal refusal) {
            return problems.of(refusal.status(), refusal.detail(), refusal.faults(), request);
        }
        if (fault instanceof HttpMessageNotReadableException unreadable) {
            return problems.of(400, "", MalformedJson.faults(unreadable, key -> message(key, request)), request);
        }
        if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
            return invalidField(request, mismatch.getName());
        }
        if (fault instanceof MissingServletRequestParameterException missing) {
            return invalidField(request, missing.getParameterName());
        }
        if (fault instanceof MissingServletRequestPartException missing) {
            return invalidField(request, missing.getRequestPartName());
        }
        if (fault instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return problems.of(known.getStatusCode().value(), request);
        }
        if (fault instanceof InvalidParameterException undecodable) {
            return problems.of(undecodable.getErrorCode(), request);
        }
        if (fault instanceof TypeMismatchException
                || fault instanceof MultipartException
                || fault instanceof RequestRejectedException) {
            return problems.of(400, request);
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
        return problems.of(500, request);
    }

    private Problem invalidField(HttpServletRequest request, String field) {
        return problems.of(
                400, "", List.of(new Problem.Fault(field, message("problem.field.value", request))), request);
    }

    private String message(String key, HttpServletRequest request) {
        return messages.getMessage(key, null, Problems.language(request));
    }
}
