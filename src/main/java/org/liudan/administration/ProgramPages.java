package org.liudan.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.administration.ProgramsPage.ProgramForm;
import org.liudan.api.ExampleCall;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.identity.SignedIn;
import org.liudan.programs.Program;
import org.liudan.programs.Programs;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.liudan.webhooks.Webhook;
import org.liudan.webhooks.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Where the security administrator registers programs that use the API. */
@Controller
class ProgramPages {

    private static final Set<String> DONE = Set.of("revoked", "resumed");

    private final Pages pages;
    private final Programs programs;
    private final Webhooks webhooks;

    ProgramPages(Pages pages, Programs programs, Webhooks webhooks) {
        this.pages = pages;
        this.programs = programs;
        this.webhooks = webhooks;
    }

    @GetMapping("/admin/programs")
    View programs(HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
        var context = pages.screen(request);
        var doneKey = DONE.contains(done) ? "programs.done." + done : "";
        return pages.show("api/programs", page(context, Optional.empty(), "", doneKey, empty(context), List.of()));
    }

    /** The token is in the response body, never in an address. */
    @PostMapping("/admin/programs")
    View create(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String expires) {
        var context = pages.screen(request);
        var result = programs.make(name, new Seat(unit, post), expires, SignedIn.from(request.getRemoteAddr()));
        if (result instanceof Programs.Made.Refused refused) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "api/programs",
                    page(
                            context,
                            Optional.empty(),
                            "",
                            "",
                            new ProgramForm(name, unit, post, expires),
                            refused.reasons()));
        }
        var token = ((Programs.Made.Token) result).token();
        return pages.show(
                "api/programs",
                page(context, Optional.of(token), ExampleCall.with(token, request), "", empty(context), List.of()));
    }

    @PostMapping("/admin/programs/{id:\\d{1,18}}/token")
    View renew(HttpServletRequest request, @PathVariable long id) {
        var token = programs.renew(id, SignedIn.from(request.getRemoteAddr()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .token();
        var context = pages.screen(request);
        return pages.show(
                "api/programs",
                page(
                        context,
                        Optional.of(token),
                        ExampleCall.with(token, request),
                        "programs.done.renewed",
                        empty(context),
                        List.of()));
    }

    @PostMapping("/admin/programs/{id:\\d{1,18}}/end")
    View revoke(HttpServletRequest request, @PathVariable long id) {
        programs.revoke(id, SignedIn.from(request.getRemoteAddr()));
        return new RedirectView("/admin/programs?done=revoked");
    }

    @PostMapping("/admin/programs/webhooks/{id:\\d{1,18}}/return")
    View resume(HttpServletRequest request, @PathVariable long id) {
        webhooks.resume(id, SignedIn.from(request.getRemoteAddr()));
        return new RedirectView("/admin/programs?done=resumed");
    }

    private ProgramsPage page(
            PageContext context,
            Optional<String> token,
            String tryout,
            String done,
            ProgramForm form,
            List<Reason> reasons) {
        var hooks = webhooks.all();
        return new ProgramsPage(
                programs.all().stream()
                        .map(program -> line(program, hooks, context))
                        .toList(),
                token,
                tryout,
                done,
                form,
                reasons,
                PostChoices.of(context));
    }

    private static ProgramsPage.Line line(Program program, List<Webhook> hooks, PageContext context) {
        return new ProgramsPage.Line(
                program.id(),
                program.name(),
                context.unit(program.seat().unit()) + " · "
                        + context.post(program.seat().post()),
                program.valid(context.calendar().dayOf(context.now()))
                        ? "fine"
                        : program.revokedAt().isPresent() ? "revoked" : "expired",
                program.expiresOn().toString(),
                program.usedAt().map(context::moment).orElse(context.t("programs.never")),
                hooks.stream()
                        .filter(hook -> hook.program() == program.id())
                        .map(hook -> new ProgramsPage.Hook(
                                hook.id(),
                                hook.url(),
                                hook.pausedAt().isPresent(),
                                hook.failures(),
                                hook.failure().orElse("")))
                        .toList());
    }

    /** An empty form that proposes an expiry date in one year. */
    private static ProgramForm empty(PageContext context) {
        return new ProgramForm(
                "", "", "", context.calendar().dayOf(context.now()).plusYears(1).toString());
    }
}
