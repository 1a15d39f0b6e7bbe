package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.liudan.calendar.DateTexts;
import org.liudan.orders.search.OrderFilter;
import org.liudan.orders.search.OrderLists;
import org.liudan.web.PageContext;

/**
 * Which page of which list a program asks for; unlike a page, it is told what can't be understood.
 *
 * @param after where the page before ended; empty for the first
 */
record ListRequest(OrderFilter filter, String after, int size) {

    static final String AFTER = "after";
    static final String SIZE = "size";
    private static final int DEFAULT_SIZE = 50;
    private static final Pattern SIZES = Pattern.compile("[1-9]\\d?|1\\d\\d|200");
    private static final Set<String> DAYS = Set.of("from", "to", "closed-from", "closed-to", "unseen");

    static ListRequest of(HttpServletRequest request, PageContext screen) {
        checkParameters(request, OrderFilter.PARTS, screen);
        var filter = OrderFilter.of(request);
        var size = size(filter.get(SIZE), screen);
        var after = request.getParameter(AFTER);
        if (after != null && !OrderLists.endsPage(after)) {
            throw ApiRefusal.invalidField(AFTER, screen.t("problem.field.after"));
        }
        return new ListRequest(filter, after == null ? "" : after, size);
    }

    /** How many a page is to hold. */
    static int size(String size, PageContext screen) {
        if (!size.isEmpty() && !SIZES.matcher(size).matches()) {
            throw ApiRefusal.invalidField(SIZE, screen.t("problem.field.size"));
        }
        return size.isEmpty() ? DEFAULT_SIZE : Integer.parseInt(size);
    }

    /** Refuses what no list is narrowed by, and days that are none. */
    static void checkParameters(HttpServletRequest request, Set<String> parts, PageContext screen) {
        for (var name : request.getParameterMap().keySet()) {
            if (!parts.contains(name) && !name.equals(AFTER)) {
                throw ApiRefusal.invalidField(name, screen.t("problem.field.unknown"));
            }
            if (DAYS.contains(name)
                    && DateTexts.read(request.getParameter(name)).isEmpty()) {
                throw ApiRefusal.invalidField(name, screen.t("reason.date"));
            }
        }
    }

    /** The address of the page that begins after a mark. */
    String next(String mark) {
        var query = filter.query();
        return "/api/v1/orders" + query + (query.equals("?") ? "" : "&") + AFTER + "=" + mark;
    }

    /** What a list may be asked. */
    static List<String> parameters() {
        return Stream.concat(OrderFilter.PARTS.stream(), Stream.of(AFTER))
                .sorted()
                .toList();
    }
}
