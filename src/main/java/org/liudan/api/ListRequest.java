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
 * The list and page that a program asks for. Unlike on the pages, a parameter that is not understood is refused.
 *
 * @param after the position after which the page begins; empty for the first page
 */
record ListRequest(OrderFilter filter, String after, int size) {

    static final String AFTER = "after";
    static final String SIZE = "size";
    private static final int DEFAULT_SIZE = 50;
    private static final Pattern SIZES = Pattern.compile("[1-9]\\d?|1\\d\\d|200");
    private static final Set<String> DAYS = Set.of("from", "to", "closed-from", "closed-to", "unseen");

    static ListRequest of(HttpServletRequest request, PageContext context) {
        checkParameters(request, OrderFilter.PARTS, context);
        var filter = OrderFilter.of(request);
        var size = size(filter.get(SIZE), context);
        var after = request.getParameter(AFTER);
        if (after != null && !OrderLists.endsPage(after)) {
            throw ApiRefusal.invalidField(AFTER, context.t("problem.field.after"));
        }
        return new ListRequest(filter, after == null ? "" : after, size);
    }

    /**
     * Reads the number of entries of a page: 1 to 200, 50 if it is empty.
     *
     * @throws ApiRefusal if it is not such a number
     */
    static int size(String size, PageContext context) {
        if (!size.isEmpty() && !SIZES.matcher(size).matches()) {
            throw ApiRefusal.invalidField(SIZE, context.t("problem.field.size"));
        }
        return size.isEmpty() ? DEFAULT_SIZE : Integer.parseInt(size);
    }

    /**
     * Checks that all parameters are known and that days are valid.
     *
     * @throws ApiRefusal if one is not
     */
    static void checkParameters(HttpServletRequest request, Set<String> parts, PageContext context) {
        for (var name : request.getParameterMap().keySet()) {
            if (!parts.contains(name) && !name.equals(AFTER)) {
                throw ApiRefusal.invalidField(name, context.t("problem.field.unknown"));
            }
            if (DAYS.contains(name)
                    && DateTexts.read(request.getParameter(name)).isEmpty()) {
                throw ApiRefusal.invalidField(name, context.t("reason.date"));
            }
        }
    }

    /** The address of the page that begins after a position. */
    String next(String position) {
        var query = filter.query();
        return "/api/v1/orders" + query + (query.equals("?") ? "" : "&") + AFTER + "=" + position;
    }

    /** The names of all parameters of a list. */
    static List<String> parameters() {
        return Stream.concat(OrderFilter.PARTS.stream(), Stream.of(AFTER))
                .sorted()
                .toList();
    }
}
