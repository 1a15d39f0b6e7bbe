package org.liudan.patrols;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.forms.SubmittedForm;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the visits that phones have kept, each once however often it is sent. */
@RestController
class VisitCalls {

    /** What is wrong, and with which field. */
    record Fault(String field, String text) {}

    /**
     * What became of a visit.
     *
     * @param received when it was taken
     * @param orders what it has opened
     * @param reasons why it was not taken
     * @param now the subject as it stands, with its forms, where the visitor may still see and visit it
     */
    record Answer(
            boolean taken,
            Instant received,
            List<VisitResults.Opened> orders,
            List<Fault> reasons,
            Optional<OfflinePack> now) {}

    private final Pages pages;
    private final VisibleOrders visible;
    private final OrderDesk desk;
    private final Attachments files;
    private final Seals seals;
    private final OfflinePackMaker packs;
    private final VisitResults openings;
    private final JsonMapper json;

    VisitCalls(
            Pages pages,
            VisibleOrders visible,
            OrderDesk desk,
            Attachments files,
            Seals seals,
            OfflinePackMaker packs,
            VisitResults openings,
            JsonMapper json) {
        this.pages = pages;
        this.visible = visible;
        this.desk = desk;
        this.files = files;
        this.seals = seals;
        this.packs = packs;
        this.openings = openings;
        this.json = json;
    }

    @PostMapping("/patrol/visits")
    ResponseEntity<Answer> visit(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "{}") String seen) {
        var screen = pages.screen(request);
        var asked = visitor(account, seat);
        if (asked.isEmpty()) {
            return refused(screen, List.of(Reason.of("patrol.not-you")), Optional.empty());
        }
        var viewer = asked.get();
        var subject = visible.find(viewer, number);
        var method = subject.map(desk::methodOf).filter(one -> one.register().isPresent());
        var declared = method.map(one -> one.actions().get(action));
        if (subject.isEmpty() || method.isEmpty() || declared.isEmpty()) {
            return refused(screen, List.of(Reason.of("patrol.gone")), Optional.empty());
        }
        return visit(request, screen, viewer, subject.get(), method.get(), declared.get(), read(seen));
    }

    private ResponseEntity<Answer> visit(
            HttpServletRequest request,
            PageContext screen,
            Viewer viewer,
            Order subject,
            Method method,
            Action action,
            ConcurrentChanges seen) {
        var sent = SubmittedForm.read(request, method, action, subject.id(), files);
        var taken = openings.of(subject.id(), sent.request(), screen);
        if (taken.isPresent()) {
            return taken(taken.get());
        }
        var reasons = sent.faults().isEmpty()
                ? seen.changes(
                        screen,
                        seals,
                        method,
                        action,
                        subject,
                        packs.values(screen, method, action, subject),
                        sent.answers())
                : sent.faults();
        if (reasons.isEmpty()) {
            var attempt = new Attempt(action.id(), viewer.actor(), sent.answers());
            if (desk.perform(subject.id(), attempt, sent.request()) instanceof Outcome.Refused refused) {
                reasons = refused.reasons();
            }
        }
        return reasons.isEmpty()
                ? taken(openings.of(subject.id(), sent.request(), screen).orElseThrow())
                : refused(
                        screen,
                        reasons,
                        visible.find(viewer, request.getParameter("number"))
                                .map(now -> packs.of(screen, viewer, List.of(now))));
    }

    private static ResponseEntity<Answer> taken(VisitResults.Taken taken) {
        return ResponseEntity.ok(new Answer(true, taken.at(), taken.orders(), List.of(), Optional.empty()));
    }

    private static ResponseEntity<Answer> refused(PageContext screen, List<Reason> reasons, Optional<OfflinePack> now) {
        var faults = reasons.stream()
                .map(reason -> new Fault(reason.field().orElse(""), screen.reason(reason)))
                .toList();
        return ResponseEntity.status(HttpStatus.CONFLICT).body(new Answer(false, screen.now(), List.of(), faults, now));
    }

    /** Whoever kept the visit, in the post in which it was made; empty when somebody else is signed in by now. */
    static Optional<Viewer> visitor(String account, String seat) {
        var viewer = SignedIn.required();
        int slash = Math.max(0, seat.indexOf('/'));
        var wanted = new Seat(seat.substring(0, slash), seat.substring(Math.min(seat.length(), slash + 1)));
        return viewer.account().equals(account)
                ? Optional.of(viewer.seats().contains(wanted) ? viewer.in(wanted) : viewer)
                : Optional.empty();
    }

    private ConcurrentChanges read(String seen) {
        try {
            return json.readValue(seen, ConcurrentChanges.class);
        } catch (JacksonException unreadable) {
            return new ConcurrentChanges(null, null);
        }
    }
}
