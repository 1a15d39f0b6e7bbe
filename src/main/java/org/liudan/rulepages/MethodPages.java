package org.liudan.rulepages;

import jakarta.servlet.http.HttpServletRequest;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Ring;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.rulebook.MethodVersions;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The pages of the methods in force, for all staff. */
@Controller
class MethodPages {

    private final Pages pages;
    private final Rulebook rulebook;
    private final MethodVersions versions;
    private final OpenOrderCounts orders;
    private final MethodPageMaker maker;

    MethodPages(
            Pages pages, Rulebook rulebook, MethodVersions versions, OpenOrderCounts orders, MethodPageMaker maker) {
        this.pages = pages;
        this.rulebook = rulebook;
        this.versions = versions;
        this.orders = orders;
        this.maker = maker;
    }

    @GetMapping("/methods")
    View methods(HttpServletRequest request) {
        var context = pages.screen(request);
        var viewer = SignedIn.required();
        return pages.show(
                "rulepages/methods",
                new MethodsPage(
                        rulebook.inForce(context.directory().district()).stream()
                                .map(method -> line(method, context, viewer))
                                .toList(),
                        viewer.has("administrator")));
    }

    @GetMapping("/methods/{method}")
    View method(
            HttpServletRequest request,
            @PathVariable String method,
            @RequestParam(defaultValue = "0") String from,
            @RequestParam(defaultValue = "0") String to) {
        var context = pages.screen(request);
        var shown = rulebook.inForce(context.directory().district()).stream()
                .filter(candidate -> candidate.id().equals(method))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pages.show(
                "rulepages/method",
                maker.page(
                        context,
                        SignedIn.required(),
                        shown,
                        new MethodPageMaker.ComparedVersions(number(from), number(to))));
    }

    private MethodsPage.Line line(Method method, PageContext context, Viewer viewer) {
        return new MethodsPage.Line(
                method.id(),
                context.w(method.name()),
                method.version(),
                versions.of(context.directory().district(), method.id()).get(0).at(),
                method.rings().values().stream().map(Ring::name).map(context::w).toList(),
                method.steps().size(),
                method.actions().size(),
                orders.byStep(method.id(), viewer)
                        .map(counts -> counts.values().stream()
                                .mapToLong(Long::longValue)
                                .sum()));
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
