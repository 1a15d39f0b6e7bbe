package org.liudan.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.View;

/** Answers malformed forms, for example a file in place of a text or an incomplete form, with a client error. */
@ControllerAdvice
class FormErrors {

    private final Pages pages;

    FormErrors(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({
        InvalidParameterException.class,
        MethodArgumentConversionNotSupportedException.class,
        MultipartException.class,
        RequestRejectedException.class
    })
    View handle(Exception fault) {
        var status = HttpStatus.valueOf(status(fault));
        return pages.show(status, "web/error", new ErrorPage(status.value(), ErrorPages.key(status.value())));
    }

    private static int status(Exception fault) {
        if (fault instanceof InvalidParameterException undecodable) {
            return undecodable.getErrorCode();
        }
        return fault instanceof MaxUploadSizeExceededException tooLarge
                ? tooLarge.getStatusCode().value()
                : HttpStatus.BAD_REQUEST.value();
    }
}
