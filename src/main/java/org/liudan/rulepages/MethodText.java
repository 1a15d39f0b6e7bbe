package org.liudan.rulepages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * The text of a method file, pasted or uploaded.
 *
 * @param unreadable why an uploaded file can't be read; empty if it can, or if there is none
 */
record MethodText(String text, Optional<Reason> unreadable) {

    /** Reads the text from a form. An uploaded file takes precedence over the text field. */
    static MethodText read(HttpServletRequest request) {
        var pasted = Optional.ofNullable(request.getParameter("_text")).orElse("");
        if (request instanceof MultipartHttpServletRequest multipart) {
            var file = multipart.getFile("_file");
            if (file != null && !file.isEmpty()) {
                try {
                    return of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(file.getBytes()))
                            .toString());
                } catch (CharacterCodingException otherEncoding) {
                    return new MethodText(normalize(pasted), Optional.of(Reason.of("rulebook.not-utf-8")));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
        return of(pasted);
    }

    static MethodText of(String text) {
        return new MethodText(normalize(text), Optional.empty());
    }

    /** Removes the byte order mark of files and the carriage returns of browsers, and ends the text with one line break. */
    static String normalize(String text) {
        var normalized = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .stripTrailing();
        return normalized.isEmpty() ? "" : normalized + "\n";
    }
}
