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
 * The codes that are put up at subjects. Who may see the subject comes to its page; anybody else sees what the register
 * shows to everybody and may do what it lets everybody do, such as an enterprise raising a problem (企业赋码保护).
 * Confidential registers have no codes.
 */
@Controller
class SubjectCodePages {

    private final Pages pages;
    private final OrderDesk desk;
    private final VisibleOrders visible;
    private final TrackingCodes codes;
    private final TrackingCodeThrottle wrong;
    private final ResidentActions acts;
    private final Seals seals;
    private final TrackPageMaker maker;

    SubjectCodePages(
            Pages pages,
            OrderDesk desk,
            VisibleOrders visible,
            TrackingCodes codes,
            TrackingCodeThrottle wrong,
            ResidentActions acts,
            Seals seals,
            TrackPageMaker maker) {
        this.pages = pages;
        this.desk = desk;
        this.visible = visible;
        this.codes = codes;
        this.wrong = wrong;
        this.acts = acts;
        this.seals = seals;
        this.maker = maker;
    }

    /** The code to be printed, for those who may see the subject. */
    @GetMapping("/subjects/{number}/code")
    View print(HttpServletRequest request, @PathVariable String number) {
        var subject =
                visible.find(SignedIn.required(), number).filter(this::hasCode).orElseThrow(SubjectCodePages::unknown);
        var method = desk.methodOf(subject);
        var screen = pages.screen(request);
        var address = ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath(address(subject, screen))
                .toUriString();
        return pages.show(
                "intake/code-print",
                new SubjectCodePage.Print(
                        screen.w(method.name()),
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
        return show(HttpStatus.OK, request, subject, TrackPageMaker.Wish.show(false, ""));
    }

    @Redisplays
    @PostMapping("/q/{number}/{code}/{action}")
    View act(
            HttpServletRequest request,
            @PathVariable String number,
            @PathVariable String code,
            @PathVariable String action) {
        var subject = subject(request, number, code);
        var taken = acts.take(request, subject, action);
        return taken instanceof ResidentActions.Taken.Again again
                ? show(again.status(), request, again.order(), again.wish())
                : show(
                        HttpStatus.OK,
                        request,
                        ((ResidentActions.Taken.Done) taken).order(),
                        TrackPageMaker.Wish.show(true, action));
    }

    private View show(HttpStatus status, HttpServletRequest request, Order subject, TrackPageMaker.Wish wish) {
        var screen = pages.screen(request);
        var method = desk.methodOf(subject);
        var values = new FieldValues(screen, seals);
        var facts = method.fields().values().stream()
                .filter(field -> field.open() && subject.fields().containsKey(field.id()))
                .map(field -> new SubjectCodePage.Fact(
                        screen.w(field.name()),
                        values.of(field, subject.fields().get(field.id()))))
                .toList();
        return pages.show(
                status,
                "intake/code",
                new SubjectCodePage(
                        address(subject, screen),
                        screen.w(method.name()),
                        Optional.ofNullable(method.fields().get("title"))
                                .filter(title -> title.open())
                                .map(title -> subject.text("title"))
                                .orElse(""),
                        facts,
                        maker.forms(screen, subject, wish),
                        wish.reasons(),
                        Optional.ofNullable(method.actions().get(wish.done())).map(action -> screen.w(action.name())),
                        wish.isNew() ? follow(subject) : Optional.empty()));
    }

    /** What came of it last, which only whoever raised it just now is told. */
    private Optional<String> follow(Order subject) {
        List<Child> children = subject.kin().children();
        return children.isEmpty()
                ? Optional.empty()
                : Optional.of(codes.of(children.get(children.size() - 1).id()).toString());
    }

    private String address(Order subject, PageContext screen) {
        return "/q/" + OrderNumber.of(subject, screen.calendar()).text() + "/" + codes.of(subject.id());
    }

    /** The subject of a number and a code; wrong codes are counted, and too many of them shut the door for a while. */
    private Order subject(HttpServletRequest request, String number, String typed) {
        var from = request.getRemoteAddr();
        if (wrong.tooMany(from)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var subject = OrderNumber.parse(number)
                .flatMap(parsed -> desk.find(parsed.id()))
                .filter(this::hasCode)
                .orElseThrow(SubjectCodePages::unknown);
        if (!TrackingCode.parse(typed).equals(Optional.of(codes.of(subject.id())))) {
            wrong.oneMore(from);
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
