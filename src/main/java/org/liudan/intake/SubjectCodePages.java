package org.liudan.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.orders.access.TrackingCodes;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.store.TrackingCode;
import org.liudan.orders.wording.FieldValues;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.liudan.web.Redisplays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The codes that are put up at subjects. A user who may see the subject is redirected to its page. Everybody else sees the
 * register's public fields and may take its public actions; for example, an enterprise reports a problem (企业赋码保护).
 * Confidential registers have no codes.
 */
@Controller
class SubjectCodePages {

    private final Pages pages;
    private final OrderDesk desk;
    private final VisibleOrders visible;
    private final TrackingCodes codes;
    private final TrackingCodeThrottle throttle;
    private final ResidentActions actions;
    private final Seals seals;
    private final TrackPageMaker maker;

    SubjectCodePages(
            Pages pages,
            OrderDesk desk,
            VisibleOrders visible,
            TrackingCodes codes,
            TrackingCodeThrottle throttle,
            ResidentActions actions,
            Seals seals,
            TrackPageMaker maker) {
        this.pages = pages;
        this.desk = desk;
        this.visible = visible;
        this.codes = codes;
        this.throttle = throttle;
        this.actions = actions;
        this.seals = seals;
        this.maker = maker;
    }

    /** The printable code, for users who may see the subject. */
    @GetMapping("/subjects/{number}/code")
    View print(HttpServletRequest request, @PathVariable String number) {
        var subject =
                visible.find(SignedIn.required(), number).filter(this::hasCode).orElseThrow(SubjectCodePages::unknown);
        var method = desk.methodOf(subject);
        var context = pages.screen(request);
        var address = ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath(address(subject, context))
                .toUriString();
        return pages.show(
                "intake/code-print",
                new SubjectCodePage.PrintedCode(
                        context.w(method.name()),
                        subject.text("title"),
                        subject.text(method.register().orElseThrow().key()),
                        "/subjects/" + number,
                        address,
                        QrCode.of(address)));
    }

    @GetMapping("/q/{number}/{code}")
    View read(HttpServletRequest request, @PathVariable String number, @PathVariable String code) {
        var subject = subject(request, number, code);
        if (SignedIn.viewer().flatMap(viewer -> visible.find(viewer, number)).isPresent()) {
            return new RedirectView("/subjects/" + number);
        }
        return show(HttpStatus.OK, request, subject, TrackPageMaker.TrackPageState.show(false, ""));
    }

    @Redisplays
    @PostMapping("/q/{number}/{code}/{action}")
    View perform(
            HttpServletRequest request,
            @PathVariable String number,
            @PathVariable String code,
            @PathVariable String action) {
        var subject = subject(request, number, code);
        var result = actions.perform(request, subject, action);
        return result instanceof ResidentActions.ResidentActionResult.RedisplayedAction redisplayed
                ? show(redisplayed.status(), request, redisplayed.order(), redisplayed.state())
                : show(
                        HttpStatus.OK,
                        request,
                        ((ResidentActions.ResidentActionResult.CompletedAction) result).order(),
                        TrackPageMaker.TrackPageState.show(true, action));
    }

    private View show(
            HttpStatus status, HttpServletRequest request, Order subject, TrackPageMaker.TrackPageState state) {
        var context = pages.screen(request);
        var method = desk.methodOf(subject);
        var values = new FieldValues(context, seals);
        var facts = method.fields().values().stream()
                .filter(field -> field.open() && subject.fields().containsKey(field.id()))
                .map(field -> new SubjectCodePage.SubjectFact(
                        context.w(field.name()),
                        values.of(field, subject.fields().get(field.id()))))
                .toList();
        return pages.show(
                status,
                "intake/code",
                new SubjectCodePage(
                        address(subject, context),
                        context.w(method.name()),
                        Optional.ofNullable(method.fields().get("title"))
                                .filter(title -> title.open())
                                .map(title -> subject.text("title"))
                                .orElse(""),
                        facts,
                        maker.forms(context, subject, state),
                        state.reasons(),
                        Optional.ofNullable(method.actions().get(state.done())).map(action -> context.w(action.name())),
                        state.isNew() ? trackingCode(subject) : Optional.empty()));
    }

    /** The tracking code of the newest child order. Only shown to the person who has just raised it. */
    private Optional<String> trackingCode(Order subject) {
        List<Child> children = subject.kin().children();
        return children.isEmpty()
                ? Optional.empty()
                : Optional.of(codes.of(children.get(children.size() - 1).id()).toString());
    }

    private String address(Order subject, PageContext context) {
        return "/q/" + OrderNumber.of(subject, context.calendar()).text() + "/" + codes.of(subject.id());
    }

    /** The subject of a number and a code. Wrong codes are counted, and too many block the address for a while. */
    private Order subject(HttpServletRequest request, String number, String typed) {
        var remoteAddress = request.getRemoteAddr();
        if (throttle.tooMany(remoteAddress)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var subject = OrderNumber.parse(number)
                .flatMap(parsed -> desk.find(parsed.id()))
                .filter(this::hasCode)
                .orElseThrow(SubjectCodePages::unknown);
        if (!TrackingCode.parse(typed).equals(Optional.of(codes.of(subject.id())))) {
            throttle.oneMore(remoteAddress);
            throw unknown();
        }
        return subject;
    }

    private boolean hasCode(Order subject) {
        return desk.methodOf(subject).openRegister();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
