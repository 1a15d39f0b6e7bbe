package org.liudan.patrols;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.liudan.calendar.DateTexts;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.store.OrderNumber;
import org.liudan.settings.Calendars;
import org.liudan.web.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** Receives visits that a phone set aside with a reason, and shows them to viewers who may see the subject. */
@Controller
class UnrecordedVisitsPages {

    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_PHOTOS = 20;
    private static final String REQUEST_ID = "[A-Za-z0-9-]{8,64}";

    private final Pages pages;
    private final UnrecordedVisits unrecorded;
    private final VisibleOrders visible;
    private final Calendars calendars;

    UnrecordedVisitsPages(Pages pages, UnrecordedVisits unrecorded, VisibleOrders visible, Calendars calendars) {
        this.pages = pages;
        this.unrecorded = unrecorded;
        this.visible = visible;
        this.calendars = calendars;
    }

    @GetMapping("/patrol/aside")
    View list() {
        return pages.show("patrols/aside", new UnrecordedVisitsPage(visibleVisits()));
    }

    @GetMapping("/patrol/aside/{request}/{place:\\d{1,2}}")
    ResponseEntity<byte[]> photo(@PathVariable String request, @PathVariable int place) {
        return visibleVisits().stream()
                .filter(visit -> visit.request().equals(request))
                .findFirst()
                .flatMap(visit -> unrecorded.photo(visit, place))
                .map(content -> ResponseEntity.ok()
                        .contentType(isJpeg(content) ? MediaType.IMAGE_JPEG : MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, isJpeg(content) ? "inline" : "attachment")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(content))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Stores a visit that could not be recorded. Answers 422 when another account is signed in or the reason is empty. */
    @PostMapping("/patrol/aside")
    ResponseEntity<Void> store(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(name = "request", defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(name = "noted-at", defaultValue = "") String notedAt,
            @RequestParam(defaultValue = "") String noted,
            @RequestParam(defaultValue = "") String refused,
            @RequestParam(defaultValue = "") String reason)
            throws IOException {
        var viewer = SignedIn.required();
        var texts = List.of(number, title, what, noted, refused, reason);
        if (!viewer.account().equals(account)
                || !name.matches(REQUEST_ID)
                || reason.isBlank()
                || texts.stream().anyMatch(text -> text.length() > MAX_LENGTH)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        unrecorded.store(
                new UnrecordedVisit(
                        account,
                        name,
                        viewer.seat().unit(),
                        viewer.seat().post(),
                        new UnrecordedVisit.VisitNote(
                                number, title, what, DateTexts.moment(notedAt).orElse(Instant.EPOCH), noted),
                        refused,
                        reason,
                        Instant.EPOCH,
                        0),
                photos(request));
        return ResponseEntity.noContent().build();
    }

    private List<UnrecordedVisit> visibleVisits() {
        Viewer viewer = SignedIn.required();
        var calendar = calendars.current();
        var numbers = visible.findAll(viewer, unrecorded.numbers()).stream()
                .map(subject -> OrderNumber.of(subject, calendar).text())
                .toList();
        return unrecorded.of(viewer, numbers);
    }

    private static List<byte[]> photos(HttpServletRequest request) throws IOException {
        var photos = new ArrayList<byte[]>();
        if (request instanceof MultipartHttpServletRequest multipart) {
            for (MultipartFile file : multipart.getFiles("photo")) {
                if (photos.size() < MAX_PHOTOS) {
                    photos.add(file.getBytes());
                }
            }
        }
        return photos;
    }

    private static boolean isJpeg(byte[] content) {
        return content.length > 3 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8;
    }
}
