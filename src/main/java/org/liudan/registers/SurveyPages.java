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
import org.liudan.registers.SurveyPage.DuplicateSearch;
import org.liudan.registers.Surveys.FoundSubject;
import org.liudan.registers.Surveys.SurveyQuery;
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

/** The progress of a register's survey: by region and by day, the share checked again, and possible duplicates. */
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

    /** @param findDuplicates true to search for possible duplicates, which takes some time */
    @GetMapping("/orders/{number}/survey")
    View survey(
            HttpServletRequest request,
            @PathVariable String number,
            @RequestParam(name = "alike", defaultValue = "false") boolean findDuplicates) {
        var order = visible.find(SignedIn.required(), number).orElseThrow(SurveyPages::notFound);
        var method = desk.methodOf(order);
        var survey = method.survey().orElseThrow(SurveyPages::notFound);
        return pages.show(
                "registers/survey",
                new SurveyPageBuilder(pages.screen(request), order, method, survey).page(findDuplicates));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private final class SurveyPageBuilder {

        private final PageContext context;
        private final Order order;
        private final Survey survey;
        private final Method register;
        private final List<String> areas;
        private final LocalDate since;
        private final SurveyQuery query;
        private final Map<String, Surveys.SurveyCounts> counts;

        SurveyPageBuilder(PageContext context, Order order, Method method, Survey survey) {
            this.context = context;
            this.order = order;
            this.survey = survey;
            var directory = context.directory();
            this.register =
                    rulebook.register(directory.district(), survey.register()).orElseThrow(SurveyPages::notFound);
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
            this.query = new SurveyQuery(
                    register.id(), regions, since, context.calendar().hours().zone(), SignedIn.required());
            this.counts = surveys.countsByRegion(query, survey.rectified().orElse(""));
        }

        SurveyPage page(boolean findDuplicates) {
            var lines = new ArrayList<SurveyPage.Line>();
            areas.stream()
                    .flatMap(area ->
                            Optional.ofNullable(context.directory().regions().get(area)).stream())
                    .forEach(region -> lines(region, 0, lines));
            var days = surveys.countsByDay(query).entrySet().stream()
                    .map(day -> new SurveyPage.Day(
                            context.day(day.getKey()
                                    .atTime(12, 0)
                                    .atZone(query.zone())
                                    .toInstant()),
                            day.getValue()))
                    .toList();
            var number = OrderNumber.of(order, context.calendar()).text();
            var unseen = "unseen=" + since;
            return new SurveyPage(
                    number,
                    order.text("title"),
                    context.w(register.name()),
                    context.day(since.atTime(12, 0).atZone(query.zone()).toInstant()),
                    line(
                            context.t("survey.all"),
                            0,
                            counts.values().stream()
                                    .reduce(new Surveys.SurveyCounts(0, 0, 0), Surveys.SurveyCounts::plus),
                            "/registers/" + register.id() + "?" + unseen),
                    lines,
                    days,
                    days.stream().mapToLong(SurveyPage.Day::surveyed).max().orElse(0),
                    recheck(),
                    new DuplicateSearch(
                            findDuplicates, findDuplicates && !survey.same().isEmpty() ? duplicates() : List.of()),
                    "/registers/" + register.id() + "?" + unseen,
                    "/registers/" + register.id() + ".xlsx?" + unseen);
        }

        /** Adds the lines of a region and the regions within it; regions without subjects are left out. */
        private void lines(Region region, int depth, List<SurveyPage.Line> lines) {
            var sum = context.directory().allWithin(region.code()).stream()
                    .flatMap(code -> Optional.ofNullable(counts.get(code)).stream())
                    .reduce(new Surveys.SurveyCounts(0, 0, 0), Surveys.SurveyCounts::plus);
            if (sum.total() == 0 && depth > 0) {
                return;
            }
            lines.add(line(
                    region.name(),
                    depth,
                    sum,
                    "/registers/" + register.id() + "?unseen=" + since + "&region="
                            + URLEncoder.encode(region.code(), StandardCharsets.UTF_8)));
            context.directory().within(region.code()).forEach(child -> lines(child, depth + 1, lines));
        }

        private SurveyPage.Line line(String name, int depth, Surveys.SurveyCounts counts, String listAddress) {
            return new SurveyPage.Line(name, depth, counts.total(), counts.surveyed(), counts.rectified(), listAddress);
        }

        private Optional<SurveyPage.Recheck> recheck() {
            return survey.share()
                    .flatMap(field -> Optional.ofNullable(order.fields().get(field)))
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast)
                    .flatMap(percent -> survey.again().map(action -> {
                        var drawn = surveys.recheckCounts(query, order.id(), percent, action);
                        return new SurveyPage.Recheck(
                                percent,
                                drawn.drawn(),
                                drawn.rechecked(),
                                surveys.pendingRechecks(query, order.id(), percent, action).stream()
                                        .map(this::subject)
                                        .toList());
                    }));
        }

        private List<SurveyPage.DuplicateGroup> duplicates() {
            return surveys.duplicates(query, survey.same()).stream()
                    .map(group -> new SurveyPage.DuplicateGroup(
                            context.directory().regionName(group.get(0).region()),
                            group.stream().map(this::subject).toList()))
                    .toList();
        }

        private SurveyPage.SurveyedSubject subject(FoundSubject subject) {
            return new SurveyPage.SurveyedSubject(
                    OrderNumber.of(subject.id(), subject.raisedAt().toInstant(), context.calendar())
                            .text(),
                    subject.key(),
                    subject.title(),
                    context.directory().regionName(subject.region()));
        }
    }
}
