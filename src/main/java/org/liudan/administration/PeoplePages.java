package org.liudan.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liudan.administration.PeoplePage.PersonForm;
import org.liudan.administration.PersonPageMaker.PersonPageState;
import org.liudan.engine.order.Seat;
import org.liudan.identity.Appointments;
import org.liudan.identity.OneTimePasswordResult;
import org.liudan.identity.People;
import org.liudan.identity.Person;
import org.liudan.identity.SignedIn;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The accounts of the district: finding them, and creating a new one. */
@Controller
class PeoplePages {

    private static final int SIZE = 20;

    private final Pages pages;
    private final People people;
    private final Appointments appointments;
    private final PersonPageMaker maker;

    PeoplePages(Pages pages, People people, Appointments appointments, PersonPageMaker maker) {
        this.pages = pages;
        this.people = people;
        this.appointments = appointments;
        this.maker = maker;
    }

    @GetMapping("/admin/people")
    View people(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        return pages.show("administration/people", page(pages.screen(request), q.strip(), after, PersonForm.empty()));
    }

    /** The one-time password is in the response body, never in an address. */
    @PostMapping("/admin/people")
    View create(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String post) {
        var context = pages.screen(request);
        var accountName = account.strip().toLowerCase(Locale.ROOT);
        var result =
                appointments.create(accountName, name, new Seat(unit, post), SignedIn.from(request.getRemoteAddr()));
        if (result instanceof OneTimePasswordResult.RefusedAppointment refused) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "administration/people",
                    page(context, "", "", new PersonForm(account, name, unit, post, refused.reasons())));
        }
        return pages.show(
                "administration/person",
                maker.page(
                        context,
                        people.find(accountName).orElseThrow(),
                        PersonPageState.created(((OneTimePasswordResult.OneTimePassword) result).password())));
    }

    private PeoplePage page(PageContext context, String query, String after, PersonForm form) {
        var results = people.page(query, after, SIZE);
        var address = "/admin/people?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return new PeoplePage(
                query,
                results.people().stream().map(person -> line(person, context)).toList(),
                results.next().map(next -> address + "&after=" + next),
                after.isEmpty() ? Optional.empty() : Optional.of(address),
                form,
                PostChoices.of(context));
    }

    private static PeoplePage.Line line(Person person, PageContext context) {
        return new PeoplePage.Line(
                person.account(), person.name(), PersonPageMaker.state(person, context), posts(person, context));
    }

    private static List<String> posts(Person person, PageContext context) {
        return person.seats().stream()
                .map(seat -> context.unit(seat.unit()) + " · " + context.post(seat.post()))
                .toList();
    }
}
