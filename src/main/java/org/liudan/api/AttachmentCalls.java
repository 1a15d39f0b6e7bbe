package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.liudan.audit.Audit;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.attachments.AttachmentResponses;
import org.liudan.orders.attachments.Attachments;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.wording.PersonalData;
import org.liudan.privacy.Seals;
import org.liudan.web.Pages;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The files of an order or subject, and the unmasked personal data of the person who raised it. */
@RestController
class AttachmentCalls {

    private final Pages pages;
    private final VisibleOrders orders;
    private final OrderDesk desk;
    private final Attachments attachments;
    private final ApiUploads uploads;
    private final Audit audit;
    private final Seals seals;

    AttachmentCalls(
            Pages pages,
            VisibleOrders orders,
            OrderDesk desk,
            Attachments attachments,
            ApiUploads uploads,
            Audit audit,
            Seals seals) {
        this.pages = pages;
        this.orders = orders;
        this.desk = desk;
        this.attachments = attachments;
        this.uploads = uploads;
        this.audit = audit;
        this.seals = seals;
    }

    /** Stores files. Allowed if the program can take an action that has a field for files. */
    @PostMapping(
            path = {"/api/v1/orders/{number}/files", "/api/v1/subjects/{number}/files"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ApiUploads.FileList> store(
            HttpServletRequest request, @PathVariable String number, @RequestParam("file") List<MultipartFile> files) {
        var order = visible(number);
        var context = pages.screen(request);
        if (!mayAddFiles(order)) {
            throw ApiRefusal.of(403, context.t("problem.no-files"));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(uploads.store(order.id(), files, context));
    }

    @GetMapping({"/api/v1/orders/{number}/files/{id}", "/api/v1/subjects/{number}/files/{id}"})
    ResponseEntity<Resource> file(
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean preview) {
        return AttachmentResponses.handOut(attachments, visible(number).id(), id, preview);
    }

    /** Returns personal data in full. The audit entry is written first. */
    @PostMapping({"/api/v1/orders/{number}/reveal", "/api/v1/subjects/{number}/reveal"})
    ResponseEntity<OrderFacts.PersonalFacts> reveal(HttpServletRequest request, @PathVariable String number) {
        var personal = new PersonalData(seals, pages.screen(request), SignedIn.required(), visible(number));
        var allowed = personal.mayReveal();
        audit.record(SignedIn.from(request.getRemoteAddr()), "reveal", number, allowed);
        if (!allowed) {
            throw ApiRefusal.of(403);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(personal.shown(true)
                        .map(OrderFacts.PersonalFacts::of)
                        .orElse(new OrderFacts.PersonalFacts(List.of(), false, true)));
    }

    private boolean mayAddFiles(Order order) {
        var method = desk.methodOf(order);
        var decider = new Decider(method, order, desk.setting(order));
        var actor = SignedIn.required().actor();
        return method.actions().values().stream()
                .filter(action -> action.form().keySet().stream()
                        .anyMatch(field -> method.field(field).type().files()))
                .anyMatch(action -> decider.hindrances(action, actor).isEmpty());
    }

    private Order visible(String number) {
        return orders.find(SignedIn.required(), number).orElseThrow(() -> ApiRefusal.of(404));
    }
}
