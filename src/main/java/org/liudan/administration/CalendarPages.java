package org.liudan.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.liudan.administration.CalendarPageMaker.CalendarPageState;
import org.liudan.engine.method.Reason;
import org.liudan.identity.SignedIn;
import org.liudan.settings.CalendarYears;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The working calendar: days off, make-up working days, and business hours. */
@Controller
class CalendarPages {

    private final Pages pages;
    private final CalendarPageMaker maker;
    private final CalendarYears years;

    CalendarPages(Pages pages, CalendarPageMaker maker, CalendarYears years) {
        this.pages = pages;
        this.maker = maker;
        this.years = years;
    }

    @GetMapping("/admin/calendar")
    View calendar(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String done) {
        return show(HttpStatus.OK, request, CalendarPageState.show(year, done));
    }

    @PostMapping("/admin/calendar")
    View publish(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String days) {
        int number = year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
        var text = CalendarText.read(days);
        var faults = text.faults(number, pages.screen(request));
        if (faults.isEmpty()) {
            faults = years.publish(number, text.days(), SignedIn.from(request.getRemoteAddr()));
        }
        return faults.isEmpty()
                ? new RedirectView("/admin/calendar?done=year&year=" + number)
                : show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        new CalendarPageState(year, Optional.of(days), Optional.empty(), faults, ""));
    }

    @PostMapping("/admin/calendar/hours")
    View setHours(HttpServletRequest request, @RequestParam(defaultValue = "") String hours) {
        var fault = years.open(hours.replace('：', ':'), SignedIn.from(request.getRemoteAddr()));
        return fault.isEmpty()
                ? new RedirectView("/admin/calendar?done=hours")
                : show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        new CalendarPageState(
                                "",
                                Optional.empty(),
                                Optional.of(hours),
                                List.of(new Reason("calendar.hours.wrong", List.of(), Optional.of("hours"))),
                                ""));
    }

    private View show(HttpStatus status, HttpServletRequest request, CalendarPageState state) {
        return pages.show(status, "administration/calendar", maker.page(pages.screen(request), state));
    }
}
