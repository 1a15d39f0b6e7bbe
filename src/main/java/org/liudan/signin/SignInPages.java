package org.liudan.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Accounts;
import org.liudan.identity.Accounts.SignInResult;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.web.FormRedisplay;
import org.liudan.web.LocalAddress;
import org.liudan.web.Pages;
import org.liudan.web.SecurityConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Signing in, and choosing the post to act in. */
@Controller
class SignInPages {

    private static final List<String> DEMO = List.of(
            "community",
            "community-secretary",
            "grid",
            "building-head",
            "street",
            "street-secretary",
            "office",
            "department",
            "department-head",
            "leader",
            "inspector",
            "discipline",
            "administrator",
            "security",
            "auditor");

    private final Pages pages;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SecurityContextRepository contexts;
    private final String demoPassword;

    SignInPages(
            Pages pages,
            Accounts accounts,
            SignInThrottle throttle,
            SecurityContextRepository contexts,
            @Value("${liudan.demo:false}") boolean demo,
            @Value("${liudan.demo.password:}") String demoPassword) {
        this.pages = pages;
        this.accounts = accounts;
        this.throttle = throttle;
        this.contexts = contexts;
        this.demoPassword = demo ? demoPassword : "";
    }

    @GetMapping("/sign-in")
    View form(HttpServletRequest request) {
        return SignedIn.viewer().isPresent()
                ? new RedirectView("/desk")
                : page(HttpStatus.OK, "", Optional.empty(), 0, InterruptedForm.ofSignInForm(request));
    }

    @PostMapping("/sign-in")
    View signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password) {
        var originalAddress = FormRedisplay.originalAddress(request);
        if (originalAddress.isPresent()) {
            return page(
                    HttpStatus.UNAUTHORIZED,
                    "",
                    Optional.of("sign-in.again"),
                    0,
                    InterruptedForm.ofOriginalRequest(originalAddress.get(), request));
        }
        var interrupted = InterruptedForm.ofSignInForm(request);
        if (throttle.tooMany(request.getRemoteAddr())) {
            return page(
                    HttpStatus.TOO_MANY_REQUESTS,
                    account,
                    Optional.of("sign-in.too-many"),
                    SignInThrottle.WAIT.toMinutes(),
                    interrupted);
        }
        var outcome = accounts.signIn(account, password, request.getRemoteAddr());
        if (outcome instanceof SignInResult.SignInSuccess success) {
            request.getSession();
            request.changeSessionId();
            request.getSession().removeAttribute(PasswordChangeFilter.ATTRIBUTE);
            saveViewer(request, response, success.viewer());
            success.changeReason()
                    .ifPresent(
                            change -> request.getSession().setAttribute(PasswordChangeFilter.ATTRIBUTE, change.name()));
            return success.changeReason().isPresent() ? new RedirectView("/password") : resume(interrupted);
        }
        if (outcome instanceof SignInResult.WrongCredentials) {
            throttle.oneMore(request.getRemoteAddr());
        }
        var status = HttpStatus.UNAUTHORIZED;
        return outcome instanceof SignInResult.AccountLocked locked
                ? page(
                        status,
                        account,
                        Optional.of("sign-in.locked"),
                        locked.remaining().toMinutes() + 1,
                        interrupted)
                : page(
                        status,
                        account,
                        Optional.of(outcome instanceof SignInResult.NoPost ? "sign-in.no-post" : "sign-in.wrong"),
                        0,
                        interrupted);
    }

    @PostMapping("/post")
    View changeSeat(HttpServletRequest request, HttpServletResponse response, @RequestParam String seat) {
        var viewer = SignedIn.required();
        int slash = seat.indexOf('/');
        var wanted = new Seat(seat.substring(0, Math.max(0, slash)), seat.substring(slash + 1));
        if (viewer.seats().contains(wanted)) {
            saveViewer(request, response, viewer.in(wanted));
        }
        return new RedirectView("/desk");
    }

    private void saveViewer(HttpServletRequest request, HttpServletResponse response, Viewer viewer) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(viewer, null, authorities(viewer)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static List<SimpleGrantedAuthority> authorities(Viewer viewer) {
        var post = new SimpleGrantedAuthority(viewer.seat().post());
        return viewer.handlesOrders()
                ? List.of(post, new SimpleGrantedAuthority(SecurityConfiguration.HANDLES_ORDERS))
                : List.of(post);
    }

    /** Continues with the requested page. A form that was interrupted is sent to it again, which only shows it. */
    private View resume(InterruptedForm interrupted) {
        var returnTo = interrupted.returnTo().isEmpty() ? "/desk" : LocalAddress.of(interrupted.returnTo());
        if (!interrupted.fields().isEmpty()) {
            return pages.show("signin/continue", new InterruptedForm(returnTo, interrupted.fields()));
        }
        var view = new RedirectView(returnTo);
        view.setExpandUriTemplateVariables(false);
        return view;
    }

    private View page(
            HttpStatus status, String account, Optional<String> fault, long minutes, InterruptedForm interrupted) {
        return pages.show(
                status,
                "signin/sign-in",
                new SignInPage(
                        account, fault, minutes, demoPassword.isEmpty() ? List.of() : DEMO, demoPassword, interrupted));
    }
}
