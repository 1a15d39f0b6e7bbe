package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.order.Order;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.attachments.AttachmentResponses;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.TrackingCode;
import org.liudan.web.Pages;
import org.liudan.web.Redisplays;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Following an order with its tracking code: where it is, adding to it, rating it, taking it back. */
@Controller
class TrackPages {

    private final Pages pages;
    private final TrackingCodes codes;
    private final TrackingCodeThrottle wrong;
    private final OrderDesk desk;
    private final Attachments files;
    private final TrackPageMaker maker;
    private final ResidentActions acts;

    TrackPages(
            Pages pages,
            TrackingCodes codes,
            TrackingCodeThrottle wrong,
            OrderDesk desk,
            Attachments files,
            TrackPageMaker maker,
            ResidentActions acts) {
        this.acts = acts;
        this.pages = pages;
        this.codes = codes;
        this.wrong = wrong;
        this.desk = desk;
        this.files = files;
        this.maker = maker;
    }

    @GetMapping("/track")
    View form() {
        return pages.show("intake/find", new FindPage("", Optional.empty()));
    }

    @PostMapping("/track")
    View find(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        if (code.isBlank()) {
            return notFound(code, "track.empty");
        }
        return orderOf(request, code)
                .<View>map(found ->
                        new RedirectView("/track/" + TrackingCode.parse(code).orElseThrow()))
                .orElseGet(() -> notFound(code, "track.unknown"));
    }

    @GetMapping("/track/{code}")
    View order(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam(name = "new", required = false) @Nullable String isNew,
            @RequestParam(defaultValue = "") String done) {
        return orderOf(request, code)
                .map(order -> pages.show(
                        "intake/track",
                        maker.page(pages.screen(request), order, TrackPageMaker.Wish.show(isNew != null, done))))
                .orElseGet(() -> notFound(code, "track.unknown"));
    }

    @Redisplays
    @PostMapping("/track/{code}/{action}")
    View act(HttpServletRequest request, @PathVariable String code, @PathVariable String action) {
        var order = orderOf(request, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (acts.take(request, order, action) instanceof ResidentActions.Taken.Again again) {
            return pages.show(
                    again.status(), "intake/track", maker.page(pages.screen(request), again.order(), again.wish()));
        }
        return new RedirectView("/track/" + code + "?done=" + action);
    }

    @GetMapping("/track/{code}/files/{id}")
    ResponseEntity<Resource> file(
            HttpServletRequest request,
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview) {
        var order = orderOf(request, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!maker.mayHave(order, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return AttachmentResponses.handOut(files, order.id(), id, preview);
    }

    /** The order of a code; wrong codes are counted, and too many of them shut the door for a while. */
    private Optional<Order> orderOf(HttpServletRequest request, String typed) {
        var address = request.getRemoteAddr();
        if (wrong.tooMany(address)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = TrackingCode.parse(typed).flatMap(codes::find).flatMap(desk::find);
        if (found.isEmpty()) {
            wrong.oneMore(address);
        }
        return found;
    }

    private View notFound(String typed, String fault) {
        var shown = typed.length() > 40 ? typed.substring(0, 40) : typed;
        return pages.show(HttpStatus.NOT_FOUND, "intake/find", new FindPage(shown, Optional.of(fault)));
    }
}
