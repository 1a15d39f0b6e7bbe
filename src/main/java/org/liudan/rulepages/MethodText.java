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
 * The text of a method file as it was pasted or sent.
 *
 * @param unreadable why a file that was sent can't be read
 */
record MethodText(String text, Optional<Reason> unreadable) {

    /** A file that was sent comes before what stands in the field. */
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
                    return new MethodText(tidy(pasted), Optional.of(Reason.of("rulebook.not-utf-8")));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
        return of(pasted);
    }

    static MethodText of(String text) {
        return new MethodText(tidy(text), Optional.empty());
    }

    /** Browsers send lines with a carriage return, files may begin with a mark. */
    static String tidy(String text) {
        var tidy = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .stripTrailing();
        return tidy.isEmpty() ? "" : tidy + "\n";
    }
}
