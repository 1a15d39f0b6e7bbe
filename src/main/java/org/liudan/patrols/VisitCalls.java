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

/** Records the visits that phones send. A visit is recorded once, even when it is sent several times. */
@RestController
class VisitCalls {

    /** A fault and the field that has it; the field is empty when the fault belongs to none. */
    record VisitFault(String field, String text) {}

    /**
     * The response to a visit.
     *
     * @param taken true when the visit was recorded
     * @param received the time of recording, or of the refusal
     * @param orders the orders that the visit opened
     * @param reasons the reasons of a refusal
     * @param now the subject in its current state, with its forms, if the visitor may still see and visit it
     */
    record VisitResponse(
            boolean taken,
            Instant received,
            List<VisitResults.OpenedOrder> orders,
            List<VisitFault> reasons,
            Optional<OfflinePack> now) {}

    private final Pages pages;
    private final VisibleOrders visible;
    private final OrderDesk desk;
    private final Attachments attachments;
    private final Seals seals;
    private final OfflinePackMaker packs;
    private final VisitResults results;
    private final JsonMapper json;

    VisitCalls(
            Pages pages,
            VisibleOrders visible,
            OrderDesk desk,
            Attachments attachments,
            Seals seals,
            OfflinePackMaker packs,
            VisitResults results,
            JsonMapper json) {
        this.pages = pages;
        this.visible = visible;
        this.desk = desk;
        this.attachments = attachments;
        this.seals = seals;
        this.packs = packs;
        this.results = results;
        this.json = json;
    }

    @PostMapping("/patrol/visits")
    ResponseEntity<VisitResponse> visit(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String seat,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "{}") String seen) {
        var context = pages.screen(request);
        var visitor = visitor(account, seat);
        if (visitor.isEmpty()) {
            return refused(context, List.of(Reason.of("patrol.not-you")), Optional.empty());
        }
        var viewer = visitor.get();
        var subject = visible.find(viewer, number);
        var method =
                subject.map(desk::methodOf).filter(found -> found.register().isPresent());
        var declaredAction = method.map(found -> found.actions().get(action));
        if (subject.isEmpty() || method.isEmpty() || declaredAction.isEmpty()) {
            return refused(context, List.of(Reason.of("patrol.gone")), Optional.empty());
        }
        return visit(request, context, viewer, subject.get(), method.get(), declaredAction.get(), read(seen));
    }

    private ResponseEntity<VisitResponse> visit(
            HttpServletRequest request,
            PageContext context,
            Viewer viewer,
            Order subject,
            Method method,
            Action action,
            ConcurrentChanges seen) {
        var sent = SubmittedForm.read(request, method, action, subject.id(), attachments);
        var earlier = results.of(subject.id(), sent.request(), context);
        if (earlier.isPresent()) {
            return recorded(earlier.get());
        }
        var reasons = sent.faults().isEmpty()
                ? seen.conflicts(
                        context,
                        seals,
                        method,
                        action,
                        subject,
                        packs.values(context, method, action, subject),
                        sent.answers())
                : sent.faults();
        if (reasons.isEmpty()) {
            var attempt = new Attempt(action.id(), viewer.actor(), sent.answers());
            if (desk.perform(subject.id(), attempt, sent.request()) instanceof Outcome.Refused refused) {
                reasons = refused.reasons();
            }
        }
        return reasons.isEmpty()
                ? recorded(results.of(subject.id(), sent.request(), context).orElseThrow())
                : refused(
                        context,
                        reasons,
                        visible.find(viewer, request.getParameter("number"))
                                .map(now -> packs.of(context, viewer, List.of(now))));
    }

    private static ResponseEntity<VisitResponse> recorded(VisitResults.RecordedVisit visit) {
        return ResponseEntity.ok(new VisitResponse(true, visit.at(), visit.orders(), List.of(), Optional.empty()));
    }

    private static ResponseEntity<VisitResponse> refused(
            PageContext context, List<Reason> reasons, Optional<OfflinePack> now) {
        var faults = reasons.stream()
                .map(reason -> new VisitFault(reason.field().orElse(""), context.reason(reason)))
                .toList();
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(new VisitResponse(false, context.now(), List.of(), faults, now));
    }

    /**
     * Returns the viewer who made the visit, in the post in which it was made, {@code unit/post}. Empty when another account is
     * signed in now.
     */
    static Optional<Viewer> visitor(String account, String seat) {
        var viewer = SignedIn.required();
        int slash = Math.max(0, seat.indexOf('/'));
        var requested = new Seat(seat.substring(0, slash), seat.substring(Math.min(seat.length(), slash + 1)));
        return viewer.account().equals(account)
                ? Optional.of(viewer.seats().contains(requested) ? viewer.in(requested) : viewer)
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
