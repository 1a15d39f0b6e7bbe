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
 * @param light as in {@link ClockView}; {@code none} when it is closed
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
    public static ListedOrder of(OrderRow row, PageContext screen, Method method) {
        var open = row.closed().isEmpty();
        var late = open && row.dueAt().filter(due -> due.isBefore(screen.now())).isPresent();
        var light = !open
                ? "none"
                : row.dueAt()
                        .map(due -> ClockView.light(due, row.warnAt().orElse(due), false, screen.now()))
                        .orElse("grey");
        var facts = new ArrayList<String>();
        facts.add(screen.directory().regionName(row.region()));
        if (!row.category().isEmpty()) {
            facts.add(screen.category(row.category()));
        }
        row.holderUnit()
                .filter(unit -> screen.viewer()
                        .filter(viewer -> viewer.seat().unit().equals(unit))
                        .isEmpty())
                .ifPresent(unit -> facts.add(screen.t("list.held-by", screen.unit(unit))));
        facts.add(screen.moment(row.raisedAt()));
        return new ListedOrder(
                OrderNumber.of(row.id(), row.raisedAt(), screen.calendar()).text(),
                row.title(),
                light,
                !open
                        ? screen.t("list.closed", screen.day(row.changedAt()))
                        : row.dueAt().map(screen::due).orElse(screen.t("due.paused")),
                screen.w(method.step(row.step()).name()),
                Chain.of(method, row.ring(), open, late, row.supervised()),
                facts,
                row.supervised(),
                row.rating());
    }
}
