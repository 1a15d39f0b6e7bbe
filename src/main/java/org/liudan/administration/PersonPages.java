package org.liudan.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liudan.administration.PersonPageMaker.PersonPageState;
import org.liudan.audit.AuditSource;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Appointments;
import org.liudan.identity.OneTimePasswordResult;
import org.liudan.identity.People;
import org.liudan.identity.Person;
import org.liudan.identity.SignedIn;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** One account: its posts, its password, and whether it is in use. */
@Controller
class PersonPages {

    private static final Seat NONE = new Seat("", "");
    private static final Set<String> DONE = Set.of("post-given", "post-taken", "ended", "restored");

    private final Pages pages;
    private final People people;
    private final Appointments appointments;
    private final PersonPageMaker maker;

    PersonPages(Pages pages, People people, Appointments appointments, PersonPageMaker maker) {
        this.pages = pages;
        this.people = people;
        this.appointments = appointments;
        this.maker = maker;
    }

    @GetMapping("/admin/people/{account}")
    View person(
            HttpServletRequest request, @PathVariable String account, @RequestParam(defaultValue = "") String done) {
        return show(request, person(account), PersonPageState.done(DONE.contains(done) ? "people.done." + done : ""));
    }

    @PostMapping("/admin/people/{account}/posts")
    View appoint(
            HttpServletRequest request,
            @PathVariable String account,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String post) {
        var seat = new Seat(unit, post);
        return after(
                request,
                account,
                appointments.appoint(person(account).account(), seat, source(request)),
                seat,
                "post-given");
    }

    @PostMapping("/admin/people/{account}/posts/removal")
    View dismiss(
            HttpServletRequest request, @PathVariable String account, @RequestParam(defaultValue = "") String seat) {
        var dismissed = person(account).seats().stream()
                .filter(held -> seat.equals(held.unit() + "/" + held.post()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return after(request, account, appointments.dismiss(account, dismissed, source(request)), NONE, "post-taken");
    }

    /** The one-time password is in the response body, never in an address. */
    @PostMapping("/admin/people/{account}/password")
    View resetPassword(HttpServletRequest request, @PathVariable String account) {
        var result = appointments.resetPassword(person(account).account(), source(request));
        return result instanceof OneTimePasswordResult.OneTimePassword password
                ? show(request, person(account), PersonPageState.reset(password.password()))
                : redisplay(request, account, ((OneTimePasswordResult.RefusedAppointment) result).reasons(), NONE);
    }

    @PostMapping("/admin/people/{account}/end")
    View end(HttpServletRequest request, @PathVariable String account) {
        return after(request, account, appointments.end(person(account).account(), source(request)), NONE, "ended");
    }

    @PostMapping("/admin/people/{account}/return")
    View restore(HttpServletRequest request, @PathVariable String account) {
        return after(
                request, account, appointments.restore(person(account).account(), source(request)), NONE, "restored");
    }

    private View after(HttpServletRequest request, String account, Optional<Reason> fault, Seat seat, String done) {
        return fault.isEmpty()
                ? new RedirectView("/admin/people/" + account + "?done=" + done)
                : redisplay(request, account, List.of(fault.get()), seat);
    }

    private View redisplay(HttpServletRequest request, String account, List<Reason> reasons, Seat seat) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "administration/person",
                maker.page(pages.screen(request), person(account), PersonPageState.redisplay(reasons, seat)));
    }

    private View show(HttpServletRequest request, Person person, PersonPageState state) {
        return pages.show("administration/person", maker.page(pages.screen(request), person, state));
    }

    private Person person(String account) {
        return people.find(account).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static AuditSource source(HttpServletRequest request) {
        return SignedIn.from(request.getRemoteAddr());
    }
}
