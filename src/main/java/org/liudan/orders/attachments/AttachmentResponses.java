package org.liudan.orders.attachments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** HTTP responses with attachments: a browser shows images, saves everything else, and runs nothing. */
public final class AttachmentResponses {

    private AttachmentResponses() {}

    /**
     * The response with an attachment of an order, or with its preview.
     *
     * @throws ResponseStatusException with 404 if there is none
     */
    public static ResponseEntity<Resource> handOut(Attachments attachments, long order, String id, boolean preview) {
        var content = attachments
                .content(order, id, preview)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var image = content.type().startsWith("image/");
        var disposition = (image ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(content.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.type()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content.bytes());
    }
}
