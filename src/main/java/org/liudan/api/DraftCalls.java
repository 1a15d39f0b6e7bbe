package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.liudan.identity.SignedIn;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The orders that a program may raise, and drafts that take files before the order is raised. */
@RestController
class DraftCalls {

    /** The ways to raise an order that are open to this program. */
    record StartList(List<ApiStarts.StartOption> starts) {}

    /** The token of a draft: an order that is not raised yet. */
    record DraftToken(String draft) {}

    private final Pages pages;
    private final ApiStarts starts;
    private final ApiUploads uploads;

    DraftCalls(Pages pages, ApiStarts starts, ApiUploads uploads) {
        this.pages = pages;
        this.starts = starts;
        this.uploads = uploads;
    }

    @GetMapping("/api/v1/starts")
    StartList starts(HttpServletRequest request) {
        return new StartList(starts.options(SignedIn.required(), pages.screen(request)));
    }

    @PostMapping("/api/v1/drafts")
    ResponseEntity<DraftToken> draft() {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new DraftToken(starts.newDraft().token()));
    }

    @PostMapping(path = "/api/v1/drafts/{draft}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ApiUploads.FileList> files(
            HttpServletRequest request, @PathVariable String draft, @RequestParam("file") List<MultipartFile> files) {
        var context = pages.screen(request);
        if (starts.options(SignedIn.required(), context).isEmpty()) {
            throw ApiRefusal.of(403);
        }
        long order = starts.readDraft(Optional.of(draft), context).orElseThrow().id();
        return ResponseEntity.status(HttpStatus.CREATED).body(uploads.store(order, files, context));
    }
}
