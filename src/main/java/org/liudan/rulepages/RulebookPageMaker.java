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

/** Makes the pages for a text of the administrator: its faults, or how the method would work. */
@Component
class RulebookPageMaker {

    /** How many equal lines are shown around each difference. */
    private static final int CONTEXT_LINES = 3;

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

    /** A text in the editor, and the request to the trial of its method. */
    record RulebookDraft(MethodText text, Trials.TrialRequest trial) {}

    /**
     * The page with the text that is offered for a method, or else with the text in force of a method. The editor is empty if
     * neither is chosen.
     *
     * @param method the id of the method whose text in force is shown; empty for none
     * @param offer the id of the method whose offered text is shown; empty for none
     * @param done the id of the method that has just been published; empty for none
     */
    RulebookPage page(PageContext context, String method, String offer, String done) {
        int district = context.directory().district();
        var text = offers.open(district).stream()
                .filter(offered -> offered.method().equals(offer))
                .map(ShippedOffers.Offer::text)
                .findFirst()
                .or(() -> versions.of(district, method).stream().findFirst().map(MethodVersions.Published::text))
                .orElse("");
        var page = page(context, new RulebookDraft(MethodText.of(text), Trials.TrialRequest.EMPTY));
        return new RulebookPage(
                page.methods(),
                page.offers(),
                page.text(),
                page.lines(),
                page.faults(),
                page.valid(),
                page.unreadable(),
                page.methods().stream()
                        .filter(published -> published.id().equals(done))
                        .findFirst()
                        .map(published -> context.t("rulebook.done", published.name(), published.version())));
    }

    RulebookPage page(PageContext context, RulebookDraft draft) {
        int district = context.directory().district();
        var inForce = rulebook.inForce(district);
        var text = draft.text().text();
        var reading = rulebook.read(district, Publishing.FILE, text);
        return new RulebookPage(
                inForce.stream().map(method -> published(context, method)).toList(),
                offers.open(district).stream()
                        .map(offer ->
                                new RulebookPage.OfferedText(offer.method(), name(context, inForce, offer.method())))
                        .toList(),
                text,
                (int) text.lines().count(),
                text.isEmpty() ? List.of() : faults(context, text, reading.faults()),
                reading.method().map(method -> validMethod(context, method, draft.trial())),
                draft.text().unreadable(),
                Optional.empty());
    }

    /** What a text would change; empty if it has a fault. */
    Optional<ConfirmationPage> confirmation(PageContext context, String text, boolean conflict) {
        return rulebook.read(context.directory().district(), Publishing.FILE, text)
                .method()
                .map(method -> {
                    var latest = versions.of(context.directory().district(), method.id()).stream()
                            .findFirst();
                    return new ConfirmationPage(
                            method.id(),
                            context.w(method.name()),
                            latest.map(MethodVersions.Published::number).orElse(0),
                            text,
                            LineDifference.between(
                                            latest.map(MethodVersions.Published::text)
                                                    .orElse(""),
                                            text)
                                    .around(CONTEXT_LINES),
                            orders.all(method.id()),
                            conflict);
                });
    }

    private RulebookPage.ValidMethod validMethod(PageContext context, Method method, Trials.TrialRequest request) {
        var wording = new MethodWording(context, method);
        var summaries = CrossOrderSummaries.of(
                wording, rulebook.inForce(context.directory().district()));
        return new RulebookPage.ValidMethod(
                context.w(method.name()),
                method.steps().size(),
                method.actions().size(),
                MethodPageMaker.drawings(wording, summaries, Optional.empty()),
                trials.view(context, method, request));
    }

    private RulebookPage.PublishedMethod published(PageContext context, Method method) {
        var latest = versions.of(context.directory().district(), method.id()).get(0);
        return new RulebookPage.PublishedMethod(
                method.id(),
                context.w(method.name()),
                method.version(),
                latest.at(),
                latest.by().orElseGet(() -> context.t("method.by-product")),
                orders.outdated(method));
    }

    private static String name(PageContext context, List<Method> methods, String id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .map(method -> context.w(method.name()))
                .orElse(id);
    }

    private static List<RulebookPage.FaultyLine> faults(PageContext context, String text, List<RulebookFault> faults) {
        var lines = text.lines().toList();
        return faults.stream()
                .map(fault -> new RulebookPage.FaultyLine(
                        fault.line(),
                        fault.line() <= lines.size()
                                ? lines.get(fault.line() - 1).strip()
                                : "",
                        fault.reason(context.locale())))
                .toList();
    }
}
