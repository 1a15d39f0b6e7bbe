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

/** Shows the audit: who did what and when, whether it succeeded, and from which address. */
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
        var filter = new Asked(account.strip().toLowerCase(Locale.ROOT), KINDS.contains(kind) ? kind : "", period);
        long firstId = before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        var results = trail.page(filter, firstId, SIZE);
        var address = UriComponentsBuilder.fromPath("/admin/audit")
                .queryParam("account", "{account}")
                .queryParam("kind", "{kind}")
                .queryParam("day", "{day}")
                .encode()
                .buildAndExpand(filter.account(), filter.kind(), period.isPresent() ? day : "")
                .toUriString();
        return pages.show(
                "administration/audit",
                new AuditPage(
                        filter.account(),
                        filter.kind(),
                        period.isPresent() ? day : "",
                        KINDS.stream()
                                .map(each -> new Choice(each, context.t("audit.kind." + each)))
                                .toList(),
                        results.entries(),
                        results.next().isPresent()
                                ? Optional.of(
                                        address + "&before=" + results.next().getAsLong())
                                : Optional.empty(),
                        firstId == Long.MAX_VALUE ? Optional.empty() : Optional.of(address)));
    }

    private static Optional<AuditPeriod> period(String day, ZoneId zone) {
        return DateTexts.read(day)
                .map(date -> new AuditPeriod(
                        date.atStartOfDay(zone).toInstant(),
                        date.plusDays(1).atStartOfDay(zone).toInstant()));
    }
}
