package org.liudan.registers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Survey;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.orders.access.VisibleOrders;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderNumber;
import org.liudan.organisation.Region;
import org.liudan.organisation.Unit;
import org.liudan.registers.Surveys.Asked;
import org.liudan.registers.Surveys.Found;
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

/** How far the survey of a register has come: by place and day, what is looked at again, what may be there twice. */
@Controller
class SurveyPages {

    private final Pages pages;
    private final OrderDesk desk;
    private final VisibleOrders visible;
    private final Surveys surveys;
    private final Rulebook rulebook;

    SurveyPages(Pages pages, OrderDesk desk, VisibleOrders visible, Surveys surveys, Rulebook rulebook) {
        this.pages = pages;
        this.desk = desk;
        this.visible = visible;
        this.surveys = surveys;
        this.rulebook = rulebook;
    }

    /** @param alike asks for entries that may be of the same thing, which takes a while */
    @GetMapping("/orders/{number}/survey")
    View survey(
            HttpServletRequest request,
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean alike) {
        var order = visible.find(SignedIn.required(), number).orElseThrow(SurveyPages::unknown);
        var method = desk.methodOf(order);
        var survey = method.survey().orElseThrow(SurveyPages::unknown);
        return pages.show("registers/survey", new Making(pages.screen(request), order, method, survey).page(alike));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private final class Making {

        private final PageContext screen;
        private final Order order;
        private final Survey survey;
        private final Method register;
        private final List<String> areas;
        private final LocalDate since;
        private final Asked asked;
        private final Map<String, Surveys.Line> counted;

        Making(PageContext screen, Order order, Method method, Survey survey) {
            this.screen = screen;
            this.order = order;
            this.survey = survey;
            var directory = screen.directory();
            this.register =
                    rulebook.register(directory.district(), survey.register()).orElseThrow(SurveyPages::unknown);
            this.since = LocalDate.parse(order.text(survey.since()));
            this.areas = Order.several(
                            order.fields().get(method.field(survey.area()).sets()))
                    .stream()
                    .map(area -> directory.unit(area).map(Unit::region).orElse(area))
                    .toList();
            var regions = areas.stream()
                    .flatMap(area -> directory.allWithin(area).stream())
                    .distinct()
                    .toList();
            this.asked = new Asked(
                    register.id(), regions, since, screen.calendar().hours().zone(), SignedIn.required());
            this.counted = surveys.lines(asked, survey.rectified().orElse(""));
        }

        SurveyPage page(boolean alike) {
            var lines = new ArrayList<SurveyPage.Line>();
            areas.stream()
                    .flatMap(area ->
                            Optional.ofNullable(screen.directory().regions().get(area)).stream())
                    .forEach(region -> lines(region, 0, lines));
            var days = surveys.days(asked).entrySet().stream()
                    .map(day -> new SurveyPage.Day(
                            screen.day(day.getKey()
                                    .atTime(12, 0)
                                    .atZone(asked.zone())
                                    .toInstant()),
                            day.getValue()))
                    .toList();
            var number = OrderNumber.of(order, screen.calendar()).text();
            var left = "unseen=" + since;
            return new SurveyPage(
                    number,
                    order.text("title"),
                    screen.w(register.name()),
                    screen.day(since.atTime(12, 0).atZone(asked.zone()).toInstant()),
                    line(
                            screen.t("survey.all"),
                            0,
                            counted.values().stream().reduce(new Surveys.Line(0, 0, 0), Surveys.Line::plus),
                            "/registers/" + register.id() + "?" + left),
                    lines,
                    days,
                    days.stream().mapToLong(SurveyPage.Day::surveyed).max().orElse(0),
                    again(),
                    alike && !survey.same().isEmpty() ? alike() : List.of(),
                    alike,
                    "/registers/" + register.id() + "?" + left,
                    "/registers/" + register.id() + ".xlsx?" + left);
        }

        /** A region and what lies in it, as far as there is anything. */
        private void lines(Region region, int depth, List<SurveyPage.Line> lines) {
            var all = screen.directory().allWithin(region.code()).stream()
                    .flatMap(code -> Optional.ofNullable(counted.get(code)).stream())
                    .reduce(new Surveys.Line(0, 0, 0), Surveys.Line::plus);
            if (all.total() == 0 && depth > 0) {
                return;
            }
            lines.add(line(
                    region.name(),
                    depth,
                    all,
                    "/registers/" + register.id() + "?unseen=" + since + "&region="
                            + URLEncoder.encode(region.code(), StandardCharsets.UTF_8)));
            screen.directory().within(region.code()).forEach(below -> lines(below, depth + 1, lines));
        }

        private SurveyPage.Line line(String name, int depth, Surveys.Line counts, String listed) {
            return new SurveyPage.Line(name, depth, counts.total(), counts.surveyed(), counts.rectified(), listed);
        }

        private Optional<SurveyPage.Again> again() {
            return survey.share()
                    .flatMap(field -> Optional.ofNullable(order.fields().get(field)))
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast)
                    .flatMap(percent -> survey.again().map(action -> {
                        var drawn = surveys.drawn(asked, order.id(), percent, action);
                        return new SurveyPage.Again(
                                percent,
                                drawn.drawn(),
                                drawn.looked(),
                                surveys.waiting(asked, order.id(), percent, action).stream()
                                        .map(this::subject)
                                        .toList());
                    }));
        }

        private List<SurveyPage.Alike> alike() {
            return surveys.alike(asked, survey.same()).stream()
                    .map(group -> new SurveyPage.Alike(
                            screen.directory().regionName(group.get(0).region()),
                            group.stream().map(this::subject).toList()))
                    .toList();
        }

        private SurveyPage.Subject subject(Found found) {
            return new SurveyPage.Subject(
                    OrderNumber.of(found.id(), found.raisedAt().toInstant(), screen.calendar())
                            .text(),
                    found.key(),
                    found.title(),
                    screen.directory().regionName(found.region()));
        }
    }
}
