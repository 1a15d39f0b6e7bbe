package org.liudan.rulepages;

import java.util.List;
import java.util.Optional;
import org.liudan.drawing.CrossOrderSummaries;
import org.liudan.drawing.MethodWording;
import org.liudan.engine.method.Method;
import org.liudan.rulebook.MethodVersions;
import org.liudan.rulebook.Rulebook;
import org.liudan.rulebook.RulebookFault;
import org.liudan.rulebook.ShippedOffers;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts together what the administrator sees of a text: what is wrong with it, or how it would work. */
@Component
class RulebookPageMaker {

    private static final int CONTEXT = 3;

    private final Rulebook rulebook;
    private final MethodVersions versions;
    private final ShippedOffers offers;
    private final OpenOrderCounts orders;
    private final Trials trials;

    RulebookPageMaker(
            Rulebook rulebook, MethodVersions versions, ShippedOffers offers, OpenOrderCounts orders, Trials trials) {
        this.rulebook = rulebook;
        this.versions = versions;
        this.offers = offers;
        this.orders = orders;
        this.trials = trials;
    }

    /** A text that is worked on, and what the imaginary order is to do. */
    record RulebookDraft(MethodText text, Trials.TrialRequest trial) {}

    /** The page with the text in force of a method, or the one on offer for it; empty before one is chosen. */
    RulebookPage page(PageContext screen, String method, String offer, String done) {
        int district = screen.directory().district();
        var text = offers.open(district).stream()
                .filter(one -> one.method().equals(offer))
                .map(ShippedOffers.Offer::text)
                .findFirst()
                .or(() -> versions.of(district, method).stream().findFirst().map(MethodVersions.Published::text))
                .orElse("");
        var page = page(screen, new RulebookDraft(MethodText.of(text), Trials.TrialRequest.BEGIN));
        return new RulebookPage(
                page.methods(),
                page.offers(),
                page.text(),
                page.lines(),
                page.faults(),
                page.valid(),
                page.unreadable(),
                page.methods().stream()
                        .filter(one -> one.id().equals(done))
                        .findFirst()
                        .map(one -> screen.t("rulebook.done", one.name(), one.version())));
    }

    RulebookPage page(PageContext screen, RulebookDraft wish) {
        int district = screen.directory().district();
        var inForce = rulebook.inForce(district);
        var text = wish.text().text();
        var reading = rulebook.read(district, Publishing.FILE, text);
        return new RulebookPage(
                inForce.stream().map(method -> published(screen, method)).toList(),
                offers.open(district).stream()
                        .map(offer -> new RulebookPage.OfferedText(offer.method(), name(screen, inForce, offer.method())))
                        .toList(),
                text,
                (int) text.lines().count(),
                text.isEmpty() ? List.of() : faults(screen, text, reading.faults()),
                reading.method().map(method -> validMethod(screen, method, wish.trial())),
                wish.text().unreadable(),
                Optional.empty());
    }

    /** What a text would change; empty when it has a fault. */
    Optional<ConfirmationPage> confirmation(PageContext screen, String text, boolean refused) {
        return rulebook.read(screen.directory().district(), Publishing.FILE, text)
                .method()
                .map(method -> {
                    var last = versions.of(screen.directory().district(), method.id()).stream()
                            .findFirst();
                    return new ConfirmationPage(
                            method.id(),
                            screen.w(method.name()),
                            last.map(MethodVersions.Published::number).orElse(0),
                            text,
                            LineDifference.between(
                                            last.map(MethodVersions.Published::text)
                                                    .orElse(""),
                                            text)
                                    .around(CONTEXT),
                            orders.all(method.id()),
                            refused);
                });
    }

    private RulebookPage.ValidMethod validMethod(PageContext screen, Method method, Trials.TrialRequest trial) {
        var words = new MethodWording(screen, method);
        var dealings = CrossOrderSummaries.of(
                words, rulebook.inForce(screen.directory().district()));
        return new RulebookPage.ValidMethod(
                screen.w(method.name()),
                method.steps().size(),
                method.actions().size(),
                MethodPageMaker.drawings(words, dealings, Optional.empty()),
                trials.view(screen, method, trial));
    }

    private RulebookPage.PublishedMethod published(PageContext screen, Method method) {
        var last = versions.of(screen.directory().district(), method.id()).get(0);
        return new RulebookPage.PublishedMethod(
                method.id(),
                screen.w(method.name()),
                method.version(),
                last.at(),
                last.by().orElseGet(() -> screen.t("method.by-product")),
                orders.outdated(method));
    }

    private static String name(PageContext screen, List<Method> methods, String id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .map(method -> screen.w(method.name()))
                .orElse(id);
    }

    private static List<RulebookPage.FaultyLine> faults(PageContext screen, String text, List<RulebookFault> faults) {
        var lines = text.lines().toList();
        return faults.stream()
                .map(fault -> new RulebookPage.FaultyLine(
                        fault.line(),
                        fault.line() <= lines.size()
                                ? lines.get(fault.line() - 1).strip()
                                : "",
                        fault.reason(screen.locale())))
                .toList();
    }
}
