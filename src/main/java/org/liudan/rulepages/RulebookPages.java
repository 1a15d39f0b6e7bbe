package org.liudan.rulepages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liudan.identity.SignedIn;
import org.liudan.rulebook.ShippedOffers;
import org.liudan.rulepages.RulebookPageMaker.RulebookDraft;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Tries and publishes a change of the rules. Parameters that are not fields of the method begin with an underscore. */
@Controller
class RulebookPages {

    private final Pages pages;
    private final RulebookPageMaker maker;
    private final Publishing publishing;
    private final ShippedOffers offers;

    RulebookPages(Pages pages, RulebookPageMaker maker, Publishing publishing, ShippedOffers offers) {
        this.pages = pages;
        this.maker = maker;
        this.publishing = publishing;
        this.offers = offers;
    }

    @GetMapping("/admin/rulebook")
    View rulebook(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String offer,
            @RequestParam(defaultValue = "") String done) {
        return pages.show("rulepages/rulebook", maker.page(pages.screen(request), method, offer, done));
    }

    /** Checks a text and runs an imaginary order through its method. Nothing is stored. */
    @PostMapping("/admin/rulebook")
    View check(HttpServletRequest request) {
        var text = MethodText.read(request);
        var page = maker.page(pages.screen(request), new RulebookDraft(text, trialRequest(request)));
        return pages.show(
                page.valid().isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "rulepages/rulebook",
                page);
    }

    /** Shows what a text would change. */
    @PostMapping("/admin/rulebook/confirmation")
    View confirmation(HttpServletRequest request) {
        return confirm(request, MethodText.read(request), false);
    }

    @PostMapping("/admin/rulebook/versions")
    View publish(HttpServletRequest request, @RequestParam(name = "_over", defaultValue = "") String baseVersion) {
        var text = MethodText.read(request);
        var published = publishing.publish(
                text.text(),
                baseVersion.matches("\\d{1,6}") ? Integer.parseInt(baseVersion) : -1,
                SignedIn.from(request.getRemoteAddr()));
        return published
                .<View>map(method -> new RedirectView("/admin/rulebook?done=" + method.id()))
                .orElseGet(() -> confirm(request, text, true));
    }

    /** Declines the shipped text of a method. */
    @PostMapping("/admin/rulebook/offers/removal")
    View decline(HttpServletRequest request, @RequestParam(defaultValue = "") String method) {
        var context = pages.screen(request);
        if (!offers.decline(
                context.directory().district(), method, SignedIn.required().account())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        publishing.recordDecline(method, SignedIn.from(request.getRemoteAddr()));
        return new RedirectView("/admin/rulebook");
    }

    private View confirm(HttpServletRequest request, MethodText text, boolean conflict) {
        var context = pages.screen(request);
        var confirmation = maker.confirmation(context, text.text(), conflict);
        return confirmation
                .map(page -> pages.show(conflict ? HttpStatus.CONFLICT : HttpStatus.OK, "rulepages/confirmation", page))
                .orElseGet(() -> pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "rulepages/rulebook",
                        maker.page(context, new RulebookDraft(text, Trials.TrialRequest.EMPTY))));
    }

    private static Trials.TrialRequest trialRequest(HttpServletRequest request) {
        var values = request.getParameterValues("_scene");
        var scenes = values == null
                ? List.<TrialScene>of()
                : Arrays.stream(values).map(TrialScene::parse).toList();
        return switch (parameter(request, "_do")) {
            case "act" ->
                new Trials.TrialRequest(scenes, Optional.of(scene(request, parameter(request, "_action"))), "", "");
            case "pass" -> new Trials.TrialRequest(scenes, Optional.of(scene(request, "")), "", "");
            case "undo" ->
                new Trials.TrialRequest(scenes.subList(0, Math.max(0, scenes.size() - 1)), Optional.empty(), "", "");
            case "again" -> Trials.TrialRequest.EMPTY;
            default ->
                new Trials.TrialRequest(
                        scenes, Optional.empty(), parameter(request, "_choose"), parameter(request, "_at"));
        };
    }

    private static TrialScene scene(HttpServletRequest request, String action) {
        var answers = new java.util.TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && !action.isEmpty()) {
                answers.put(name, values[0]);
            }
        });
        return new TrialScene(parameter(request, "_at"), action, parameter(request, "_as"), answers);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
