package org.liudan.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.liudan.administration.VerifyPage.Line;
import org.liudan.administration.VerifyPage.VerificationResult;
import org.liudan.audit.Audit;
import org.liudan.identity.SignedIn;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.store.OrderNumbers;
import org.liudan.orders.verification.Difference;
import org.liudan.orders.verification.EventSeals;
import org.liudan.orders.verification.Verification;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Verifies that every order follows from its events, and that no event was changed. */
@Controller
class VerifyPages {

    private final Pages pages;
    private final Verification verification;
    private final EventSeals eventSeals;
    private final OrderNumbers numbers;
    private final Audit audit;
    private final ReentrantLock running = new ReentrantLock();

    VerifyPages(Pages pages, Verification verification, EventSeals eventSeals, OrderNumbers numbers, Audit audit) {
        this.pages = pages;
        this.verification = verification;
        this.eventSeals = eventSeals;
        this.numbers = numbers;
        this.audit = audit;
    }

    @GetMapping("/admin/verify")
    View form() {
        return pages.show("administration/verify", page(Optional.empty(), false, ""));
    }

    /** Verification reads every order, so only one can run at a time. */
    @PostMapping("/admin/verify")
    View verify(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        if (!running.tryLock()) {
            return pages.show(HttpStatus.CONFLICT, "administration/verify", page(Optional.empty(), true, code));
        }
        try {
            long started = System.nanoTime();
            var verified = verification.verify();
            var seals = eventSeals.look(code);
            var seconds = "%.1f".formatted((System.nanoTime() - started) / 1e9);
            audit.record(
                    SignedIn.from(request.getRemoteAddr()),
                    "verify",
                    "orders=" + verified.orders() + " events=" + verified.events() + " differences=" + verified.found()
                            + " stamps=" + seals.stamps() + " broken="
                            + seals.broken().size(),
                    verified.sound() && seals.sound());
            return pages.show(
                    "administration/verify", page(Optional.of(result(verified, seals, seconds)), false, code));
        } finally {
            running.unlock();
        }
    }

    private VerificationResult result(Verification.Verified verified, EventSeals.Looked seals, String seconds) {
        var numberById = numbers.of(
                verified.differences().stream().map(Difference::order).collect(Collectors.toSet()));
        return new VerificationResult(
                verified.orders(),
                verified.events(),
                verified.found(),
                verified.differences().stream()
                        .map(difference -> new Line(
                                Optional.ofNullable(numberById.get(difference.order()))
                                        .map(OrderNumber::text),
                                difference.order(),
                                difference.event(),
                                difference.what()))
                        .toList(),
                seals,
                seconds);
    }

    private static VerifyPage page(Optional<VerificationResult> result, boolean busy, String code) {
        return new VerifyPage(result, busy, SignedIn.required().handlesOrders(), code);
    }
}
