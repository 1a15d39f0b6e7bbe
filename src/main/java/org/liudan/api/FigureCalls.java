package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.liudan.figures.Figures;
import org.liudan.figures.Tally;
import org.liudan.identity.SignedIn;
import org.liudan.orders.search.OrderFilter;
import org.liudan.web.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures over orders, as the page of figures counts them. */
@RestController
class FigureCalls {

    static final Set<String> PARAMETERS = Set.of("from", "to", "method", "street", "community");

    /**
     * The figures of a period and region.
     *
     * @param by the same split by unit, community, category, channel and grade
     */
    record FigureFacts(
            String from,
            String to,
            Optional<String> street,
            Optional<String> community,
            FigureGroup whole,
            Map<String, List<FigureGroup>> by) {}

    /**
     * The figures of one group of orders.
     *
     * @param key the unit, community, category, channel or grade; empty for orders without one
     * @param median working minutes from raising to closing that half of the closed ones needed at most
     */
    record FigureGroup(
            String key,
            long received,
            long open,
            long overdue,
            long closed,
            long breached,
            long answered,
            long toAnswer,
            OptionalDouble answeredShare,
            long onTime,
            long finished,
            OptionalDouble onTimeShare,
            long satisfied,
            long average,
            long dissatisfied,
            OptionalDouble satisfaction,
            OptionalLong median,
            OptionalLong p90) {

        static FigureGroup of(Tally tally) {
            return new FigureGroup(
                    tally.key(),
                    tally.received(),
                    tally.open(),
                    tally.overdue(),
                    tally.closed(),
                    tally.breached(),
                    tally.answered(),
                    tally.toAnswer(),
                    tally.answeredShare(),
                    tally.onTime(),
                    tally.finished(),
                    tally.onTimeShare(),
                    tally.satisfied(),
                    tally.average(),
                    tally.dissatisfied(),
                    tally.satisfaction(),
                    tally.median(),
                    tally.p90());
        }
    }

    private final Pages pages;
    private final Figures figures;

    FigureCalls(Pages pages, Figures figures) {
        this.pages = pages;
        this.figures = figures;
    }

    @GetMapping("/api/v1/figures")
    FigureFacts figures(HttpServletRequest request) {
        var viewer = SignedIn.required();
        var screen = pages.screen(request);
        ListRequest.checkParameters(request, PARAMETERS, screen);
        var filter = Figures.asked(OrderFilter.of(request), screen.calendar().dayOf(screen.now()));
        var splits = figures.split(List.copyOf(Figures.BY.keySet()), filter, viewer);
        var by = new TreeMap<String, List<FigureGroup>>();
        Figures.BY
                .keySet()
                .forEach(one ->
                        by.put(one, splits.by(one).stream().map(FigureGroup::of).toList()));
        return new FigureFacts(
                filter.get("from"),
                filter.get("to"),
                Optional.of(filter.get("street")).filter(street -> !street.isEmpty()),
                Optional.of(filter.get("community")).filter(community -> !community.isEmpty()),
                FigureGroup.of(splits.whole()),
                by);
    }
}
