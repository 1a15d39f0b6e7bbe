package org.liudan.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liudan.audit.AuditTrail;
import org.liudan.audit.AuditTrail.Asked;
import org.liudan.audit.AuditTrail.AuditPeriod;
import org.liudan.calendar.DateTexts;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** What was done besides acting on orders: who, when, what, whether it succeeded, and where from. */
@Controller
class AuditPages {

    private static final int SIZE = 50;
    private static final List<String> KINDS = List.of(
            "sign-in",
            "password",
            "password-reset",
            "person-made",
            "person-ended",
            "person-restored",
            "post-given",
            "post-taken",
            "reveal",
            "export",
            "calendar",
            "hours",
            "shapes",
            "rulebook",
            "rulebook-kept",
            "rulebook-orders",
            "verify",
            "program-made",
            "program-renewed",
            "program-revoked",
            "webhook-made",
            "webhook-ended",
            "webhook-resumed");

    private final Pages pages;
    private final AuditTrail trail;

    AuditPages(Pages pages, AuditTrail trail) {
        this.pages = pages;
        this.trail = trail;
    }

    @GetMapping("/admin/audit")
    View audit(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String before) {
        var context = pages.screen(request);
        var period = period(day, context.calendar().hours().zone());
        var asked = new Asked(account.strip().toLowerCase(Locale.ROOT), KINDS.contains(kind) ? kind : "", period);
        long from = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        var listed = trail.page(asked, from, SIZE);
        var address = UriComponentsBuilder.fromPath("/admin/audit")
                .queryParam("account", "{account}")
                .queryParam("kind", "{kind}")
                .queryParam("day", "{day}")
                .encode()
                .buildAndExpand(asked.account(), asked.kind(), period.isPresent() ? day : "")
                .toUriString();
        return pages.show(
                "administration/audit",
                new AuditPage(
                        asked.account(),
                        asked.kind(),
                        period.isPresent() ? day : "",
                        KINDS.stream()
                                .map(one -> new Choice(one, context.t("audit.kind." + one)))
                                .toList(),
                        listed.entries(),
                        listed.next().isPresent()
                                ? Optional.of(
                                        address + "&before=" + listed.next().getAsLong())
                                : Optional.empty(),
                        from == Long.MAX_VALUE ? Optional.empty() : Optional.of(address)));
    }

    private static Optional<AuditPeriod> period(String day, ZoneId zone) {
        return DateTexts.read(day)
                .map(date -> new AuditPeriod(
                        date.atStartOfDay(zone).toInstant(),
                        date.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
