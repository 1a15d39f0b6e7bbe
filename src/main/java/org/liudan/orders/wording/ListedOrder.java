package org.liudan.orders.wording;

import java.util.ArrayList;
import java.util.List;
import org.liudan.engine.method.Method;
import org.liudan.orders.search.OrderRow;
import org.liudan.orders.store.OrderNumber;
import org.liudan.web.PageContext;

/**
 * One order in a list, in words.
 *
 * @param light as in {@link ClockView}; {@code none} if it is closed
 */
public record ListedOrder(
        String number,
        String title,
        String light,
        String due,
        String status,
        Chain chain,
        List<String> facts,
        boolean supervised,
        String rating) {

    /** A row in the reader's language. */
    public static ListedOrder of(OrderRow row, PageContext context, Method method) {
        var open = row.position().closed().isEmpty();
        var late = open
                && row.times()
                        .dueAt()
                        .filter(due -> due.isBefore(context.now()))
                        .isPresent();
        var light = !open
                ? "none"
                : row.times()
                        .dueAt()
                        .map(due -> ClockView.light(due, row.times().warnAt().orElse(due), false, context.now()))
                        .orElse("grey");
        var facts = new ArrayList<String>();
        facts.add(context.directory().regionName(row.classification().region()));
        if (!row.classification().category().isEmpty()) {
            facts.add(context.category(row.classification().category()));
        }
        row.position()
                .holderUnit()
                .filter(unit -> context.viewer()
                        .filter(viewer -> viewer.seat().unit().equals(unit))
                        .isEmpty())
                .ifPresent(unit -> facts.add(context.t("list.held-by", context.unit(unit))));
        facts.add(context.moment(row.times().raisedAt()));
        return new ListedOrder(
                OrderNumber.of(row.heading().id(), row.times().raisedAt(), context.calendar())
                        .text(),
                row.heading().title(),
                light,
                !open
                        ? context.t("list.closed", context.day(row.times().changedAt()))
                        : row.times().dueAt().map(context::due).orElse(context.t("due.paused")),
                context.w(method.step(row.position().step()).name()),
                Chain.of(
                        method,
                        row.position().ring(),
                        open,
                        late,
                        row.position().supervised()),
                facts,
                row.position().supervised(),
                row.classification().rating());
    }
}
