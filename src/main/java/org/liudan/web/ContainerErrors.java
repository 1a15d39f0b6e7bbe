package org.liudan.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Errors that the servlet container reports before a request reaches the program, for example an invalid address. They
 * look like the program's own errors.
 */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Problems problems;
    private final PlainPage plain;

    ContainerErrors(Problems problems, PlainPage plain) {
        this.problems = problems;
        this.plain = plain;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ErrorResponseValve()));
    }

    private final class ErrorResponseValve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                if (Problems.concern(String.valueOf(request.getRequestURI()))) {
                    problems.write(problems.of(status, request), request, response);
                } else {
                    plain.write(new ErrorPage(status, ErrorPages.key(status)), request, response);
                }
            } catch (IOException disconnected) {
                getContainer().getLogger().debug("Nobody waits for the answer any more", disconnected);
            }
        }
    }
}
