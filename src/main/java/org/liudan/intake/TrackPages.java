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

/** Tracking an order with its code: its status, adding to it, rating it, withdrawing it. */
@Controller
class TrackPages {

    private final Pages pages;
    private final TrackingCodes codes;
    private final TrackingCodeThrottle throttle;
    private final OrderDesk desk;
    private final Attachments attachments;
    private final TrackPageMaker maker;
    private final ResidentActions actions;

    TrackPages(
            Pages pages,
            TrackingCodes codes,
            TrackingCodeThrottle throttle,
            OrderDesk desk,
            Attachments attachments,
            TrackPageMaker maker,
            ResidentActions actions) {
        this.actions = actions;
        this.pages = pages;
        this.codes = codes;
        this.throttle = throttle;
        this.desk = desk;
        this.attachments = attachments;
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
                        maker.page(
                                pages.screen(request), order, TrackPageMaker.TrackPageState.show(isNew != null, done))))
                .orElseGet(() -> notFound(code, "track.unknown"));
    }

    @Redisplays
    @PostMapping("/track/{code}/{action}")
    View perform(HttpServletRequest request, @PathVariable String code, @PathVariable String action) {
        var order = orderOf(request, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (actions.perform(request, order, action)
                instanceof ResidentActions.ResidentActionResult.RedisplayedAction redisplayed) {
            return pages.show(
                    redisplayed.status(),
                    "intake/track",
                    maker.page(pages.screen(request), redisplayed.order(), redisplayed.state()));
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
        if (!maker.showsAttachment(order, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return AttachmentResponses.handOut(attachments, order.id(), id, preview);
    }

    /** The order of a tracking code. Wrong codes are counted, and too many block the address for a while. */
    private Optional<Order> orderOf(HttpServletRequest request, String typed) {
        var address = request.getRemoteAddr();
        if (throttle.tooMany(address)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var found = TrackingCode.parse(typed).flatMap(codes::find).flatMap(desk::find);
        if (found.isEmpty()) {
            throttle.oneMore(address);
        }
        return found;
    }

    private View notFound(String typed, String fault) {
        var shown = typed.length() > 40 ? typed.substring(0, 40) : typed;
        return pages.show(HttpStatus.NOT_FOUND, "intake/find", new FindPage(shown, Optional.of(fault)));
    }
}
