package org.liudan.orderpages;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.WrittenNotice;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.wording.Dossier;
import org.liudan.orders.wording.Dossiers;
import org.liudan.orders.wording.LabelledValue;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** The written notices by which orders are served on units, and their results. */
@Component
public class WrittenNotices {

    private static final String SERVED_ON = "department";

    private final Dossiers dossiers;
    private final OrderDesk desk;
    private final Rulebook rulebook;

    WrittenNotices(Dossiers dossiers, OrderDesk desk, Rulebook rulebook) {
        this.dossiers = dossiers;
        this.desk = desk;
        this.rulebook = rulebook;
    }

    /** The notice of an order; empty if its method has none. */
    Optional<WrittenNoticePage> page(Order order, PageContext context) {
        return notice(order, context).map(notice -> page(notice, dossiers.of(order, context)));
    }

    private static WrittenNoticePage page(WrittenNotice notice, Dossier dossier) {
        var order = dossier.order();
        var context = dossier.context();
        return new WrittenNoticePage(
                context.w(notice.name()),
                dossier.number(),
                Optional.ofNullable(order.parties().get(SERVED_ON))
                        .map(context::unit)
                        .orElse(""),
                facts(dossier, notice.asks()),
                order.running().stream()
                        .min(Comparator.comparing(ClockRun::dueAt))
                        .map(run -> day(run.dueAt(), context) + " " + context.clock(run.dueAt())),
                facts(dossier, notice.outcome()),
                issuer(dossier),
                day(order.raisedAt(), context));
    }

    /** The results of an order that the reader may see. */
    public List<LabelledValue> outcome(long id, PageContext context) {
        return desk.find(id)
                .map(order -> facts(
                        dossiers.of(order, context),
                        notice(order, context).map(WrittenNotice::outcome).orElse(List.of())))
                .orElse(List.of());
    }

    /** The form of notice in force now, also for orders with an earlier version of the method. */
    private Optional<WrittenNotice> notice(Order order, PageContext context) {
        return rulebook.inForce(context.directory().district(), order.method()).flatMap(Method::notice);
    }

    private static List<LabelledValue> facts(Dossier dossier, List<String> fields) {
        var answers = dossier.order().fields();
        return fields.stream()
                .filter(field -> answers.containsKey(field))
                .map(field -> new LabelledValue(
                        dossier.context().w(dossier.method().field(field).name()),
                        dossier.narrator().value(dossier.method().field(field), answers.get(field))))
                .toList();
    }

    /** The unit that raised the order; orders that the system raised are issued by the supervision office. */
    private static String issuer(Dossier dossier) {
        var context = dossier.context();
        return dossier.events().get(0).by() instanceof Actor.Officer officer
                ? context.unit(officer.unit())
                : context.directory()
                        .only("supervision")
                        .map(context::unit)
                        .orElseGet(() -> context.w(context.directory().name()));
    }

    private static String day(Instant time, PageContext context) {
        return DateTimeFormatter.ofPattern(context.t("format.day-and-year"), context.locale())
                .format(time.atZone(context.calendar().hours().zone()));
    }
}
