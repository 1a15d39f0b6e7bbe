package org.liudan.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

/** Returns the figures over orders, counted as on the page of figures. */
@RestController
class FigureCalls {

    static final Set<String> PARAMETERS = Set.of("from", "to", "method", "street", "community");

    /**
     * The figures of a period and region.
     *
     * @param whole the figures of all orders in it
     * @param by the same orders grouped by unit, community, category, channel and grade
     */
    record FigureFacts(
            String from,
            String to,
            Optional<String> street,
            Optional<String> community,
            FigureGroup whole,
            Map<String, List<FigureGroup>> by) {}

    /**
     * The figures of one group of orders. In JSON all parts are on one level.
     *
     * @param key the unit, community, category, channel or grade; empty for orders without one
     */
    record FigureGroup(
            String key,
            @JsonUnwrapped OrderVolume volume,
            @JsonUnwrapped OnTimeReplies replies,
            @JsonUnwrapped OnTimeClosings closings,
            @JsonUnwrapped RatingCounts ratings,
            @JsonUnwrapped ClosingMinutes minutes) {

        static FigureGroup of(Tally tally) {
            return new FigureGroup(
                    tally.key(),
                    new OrderVolume(tally.received(), tally.open(), tally.overdue(), tally.closed(), tally.breached()),
                    new OnTimeReplies(tally.answered(), tally.toAnswer(), tally.answeredShare()),
                    new OnTimeClosings(tally.onTime(), tally.finished(), tally.onTimeShare()),
                    new RatingCounts(tally.satisfied(), tally.average(), tally.dissatisfied(), tally.satisfaction()),
                    new ClosingMinutes(tally.median(), tally.p90()));
        }
    }

    /** How many orders were received, are open or overdue, were closed, and broke a deadline. */
    record OrderVolume(long received, long open, long overdue, long closed, long breached) {}

    /** How many orders were answered on time, of how many that had to be answered, and the share from 0 to 1. */
    record OnTimeReplies(long answered, long toAnswer, OptionalDouble answeredShare) {}

    /** How many orders were finished on time, of how many finished, and the share from 0 to 1. */
    record OnTimeClosings(long onTime, long finished, OptionalDouble onTimeShare) {}

    /** The ratings of the residents, and the share of satisfied ones from 0 to 1. */
    record RatingCounts(long satisfied, long average, long dissatisfied, OptionalDouble satisfaction) {}

    /**
     * Working minutes from raising to closing that half, and 90 percent, of the closed orders needed at most; in steps of
     * a thirtieth, rounded up.
     */
    record ClosingMinutes(OptionalLong median, OptionalLong p90) {}

    private final Pages pages;
    private final Figures figures;

    FigureCalls(Pages pages, Figures figures) {
        this.pages = pages;
        this.figures = figures;
    }

    @GetMapping("/api/v1/figures")
    FigureFacts figures(HttpServletRequest request) {
        var viewer = SignedIn.required();
        var context = pages.screen(request);
        ListRequest.checkParameters(request, PARAMETERS, context);
        var filter = Figures.asked(OrderFilter.of(request), context.calendar().dayOf(context.now()));
        var splits = figures.split(List.copyOf(Figures.BY.keySet()), filter, viewer);
        var by = new TreeMap<String, List<FigureGroup>>();
        Figures.BY
                .keySet()
                .forEach(split -> by.put(
                        split, splits.by(split).stream().map(FigureGroup::of).toList()));
        return new FigureFacts(
                filter.get("from"),
                filter.get("to"),
                Optional.of(filter.get("street")).filter(street -> !street.isEmpty()),
                Optional.of(filter.get("community")).filter(community -> !community.isEmpty()),
                FigureGroup.of(splits.whole()),
                by);
    }
}
